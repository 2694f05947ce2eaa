import { useHints } from '@libs/screen';

const PROOF = { app: 'admin' };

/** What to ask again when something of a context changed. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  sales: ['board', 'registers', 'sessions', 'sales', 'stock', 'audit'],
  tickets: ['board', 'sales', 'tickets', 'audit'],
  catalog: ['catalog', 'audit'],
  nights: ['nights', 'board', 'me', 'audit'],
  inventory: ['stock', 'recipes', 'board', 'audit'],
  staff: ['team', 'devices', 'api-keys', 'audit'],
  payments: ['payments', 'board', 'sessions', 'audit'],
  customers: ['customers', 'audit'],
  wallet: ['wallet', 'audit'],
  rewards: ['points', 'wallet', 'audit'],
  entries: ['entries', 'board', 'audit'],
};

/** Listens while somebody is signed in. */
export function useRealtime(sessionId: string): void {
  useHints({ proof: PROOF, asks: ASKS, who: sessionId });
}
