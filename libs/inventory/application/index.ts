export type { Portions, SaleTaking, Shortage } from '../domain';
export * from './available-portions';
export * from './give-back-for-sale';
export * from './take-for-sale';
