import type { CardAttempt } from './card';
import type { Cart } from './cart';
import type { Part } from './split';

/**
 * A sale from the moment the charge opens until the server's answer. It is written down on the till before it is sent,
 * so that after a reload, a dead battery or a lost answer the same sale is asked again under the same key.
 */
export interface PendingSale<Body> {
  /** Id of the sale, made on the till. */
  readonly saleId: string;
  /** Idempotency key: same key, same body, one effect. */
  readonly key: string;
  readonly sessionId: string;
  readonly cart: Cart;
  /** Shares of a split that guests already paid survive a reload, too. */
  readonly parts: readonly Part[];
  /** A card that is being charged for it, or was and is not settled; absent when none. */
  readonly card?: CardAttempt<Body> | null;
  /** What was sent; null while nothing was. */
  readonly sent: Body | null;
}

/** The charge opens: id and key are born. */
export function openCharge<Body>(sessionId: string, cart: Cart, newId: () => string): PendingSale<Body> {
  return { saleId: newId(), key: newId(), sessionId, cart, parts: [], card: null, sent: null };
}

/** The sale goes out. What was sent once is never replaced: a retry repeats it word for word. */
export function send<Body>(pending: PendingSale<Body>, body: Body): PendingSale<Body> {
  return pending.sent === null ? { ...pending, sent: body } : pending;
}

/** The server said no, so nothing happened: the same sale may be tried another way, under a key of its own. */
export function refused<Body>(pending: PendingSale<Body>, newId: () => string): PendingSale<Body> {
  return { ...pending, key: newId(), sent: null };
}

/** What a reload has to do about a pending sale. */
export function afterReload<Body>(pending: PendingSale<Body> | null): 'ask' | 'charge' | 'nothing' {
  if (!pending) return 'nothing';
  if (pending.sent !== null) return 'ask';
  if (pending.card) return 'charge';
  return pending.parts.some((part) => part.paid) ? 'charge' : 'nothing';
}
