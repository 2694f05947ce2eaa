export { normalizedCode, ORDER_STATES, PAY_BY } from '../domain';
export type { EntryTypeChanges, EntryTypePlan, EntryTypeState, OrderState, OrderStatus, PayBy } from '../domain';
export * from './end-order';
export * from './guest-acts';
export * from './issue-entries';
export * from './manage-entry-types';
export * from './place-order';
export * from './ports';
export * from './settle-order';
