export type { EntryTypeChanges, EntryTypePlan, EntryTypeState } from '../domain';
export * from './manage-entry-types';
