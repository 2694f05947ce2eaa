export * from './counter';
export * from './house';
