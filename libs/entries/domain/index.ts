export * from './cedula';
export * from './door';
export * from './door-book';
export * from './entry';
export * from './entry-type';
export * from './entry-type-repository';
export * from './order';
export * from './repositories';
