export * from './customer';
export * from './guest-book';
export * from './guest-code';
export * from './repositories';
export * from './rules';
