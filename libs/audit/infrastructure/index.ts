export * from './audit.module';
export * from './audit.queries';
export * from './invariants';
export type { Reads } from './sql-audit-trail';
