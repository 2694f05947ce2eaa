export * from './canonical-json';
export * from './digest';
export * from './entry';
export * from './anchor';
export * from './proof';
export * from './audit-log';
