export * from './anchor-chains';
export * from './anchor-daily';
export * from './record-events';
export * from './verify-audit';
export type { Break, Problem, Verdict } from '../domain';
