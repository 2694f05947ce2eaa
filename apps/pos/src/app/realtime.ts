import { useHints } from '@libs/screen';

const PROOF = { app: 'pos' };

/** What to ask again when something of a context changed. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  catalog: ['catalog'],
  sales: ['available', 'sales', 'my-session', 'registers'],
  inventory: ['available'],
  nights: ['night', 'registers', 'my-session'],
  staff: ['me', 'people'],
  payments: ['payment', 'open-payments'],
};

/** Listens to the house while a person is here. */
export function useRealtime(personId: string): void {
  useHints({ proof: PROOF, asks: ASKS, who: personId });
}
