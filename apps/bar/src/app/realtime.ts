import { type Hint, useHints } from '@libs/screen';

const PROOF = { app: 'bar' };

/** What to ask again when something of a context changed. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  tickets: ['recent', 'refusals'],
  staff: ['me', 'people'],
  nights: ['me'],
};

/** Listens to the house while a person is here. */
export function useRealtime(sessionId: string, onHint: (hint: Hint) => void): void {
  useHints({ proof: PROOF, asks: ASKS, who: sessionId, onHint });
}
