export * from './customer';
export * from './repositories';
export * from './rules';
