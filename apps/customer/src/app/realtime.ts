import { useHints } from '@libs/screen';
import { session } from '../session/current';

const PROOF = { token: () => session.token() };

/** What to ask again when something of a context changed. */
const ASKS: Readonly<Record<string, readonly string[]>> = {
  wallet: ['balance', 'transactions', 'points', 'top-up', 'rewards', 'qr'],
  sales: ['tickets', 'balance', 'transactions', 'points', 'qr'],
  tickets: ['tickets', 'entries', 'redemptions', 'qr'],
  entries: ['entries', 'order', 'on-sale', 'qr'],
  nights: ['tonight', 'events', 'rewards'],
};

/** What happens to my money, tickets and entries while I am logged in. A QR that was just used is exchanged. */
export function useRealtime(memberId: string | undefined): void {
  useHints({ proof: PROOF, asks: ASKS, who: memberId });
}
