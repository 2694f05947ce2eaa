export * from './entry-type';
export * from './entry-type-repository';
