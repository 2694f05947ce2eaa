export * from './house';
export * from './platform';
