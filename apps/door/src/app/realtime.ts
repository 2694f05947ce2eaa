import { useHints } from '@libs/screen';

const PROOF = { app: 'door' };

/** What to ask again when something of a context changed. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  entries: ['heads', 'crossings', 'refusals', 'guests'],
  staff: ['me', 'people'],
  nights: ['me', 'heads', 'guests'],
};

/** Listens to the house while a person is here. */
export function useRealtime(sessionId: string): void {
  useHints({ proof: PROOF, asks: ASKS, who: sessionId });
}
