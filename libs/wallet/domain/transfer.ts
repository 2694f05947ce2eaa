import { ActorRef, DomainError, MAX_PESOS } from '@libs/kernel';

/** Pesos and points. They never mix: a transfer moves one of them. */
export const ASSETS = ['CLP', 'POINTS'] as const;
export type Asset = (typeof ASSETS)[number];

export const TRANSFER_KINDS = [
  'top_up',
  'payment',
  'refund',
  'reversal',
  'payout',
  'adjustment',
  'points_earned',
  'points_spent',
  'points_expired',
  'points_reversed',
] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** The other side of a customer's transfer. What came in by cash stands below zero there: the house owes it. */
export type HouseRole =
  | 'cash'
  | 'card'
  | 'online'
  | 'sales'
  | 'payouts'
  | 'adjustments'
  | 'points_issued'
  | 'points_spent'
  | 'points_expired'
  | 'points_adjustments';

/** What only the customer sets off; a frozen account refuses it. The house may still put things right. */
const OF_THE_CUSTOMER: ReadonlySet<TransferKind> = new Set(['payment', 'payout', 'points_spent']);

export function heedsFreeze(kind: TransferKind): boolean {
  return OF_THE_CUSTOMER.has(kind);
}

/** What caused a transfer: `sale`, `intent`, `reward`, `transfer`… and its id. One effect of a kind per reference. */
export interface Reference {
  readonly kind: string;
  readonly id: string;
}

/** Who sets a transfer off, when, and in which night. */
export interface Occasion {
  readonly venueId: string;
  /** Null outside of a night: an app's top-up at noon. */
  readonly nightId: string | null;
  readonly actor: ActorRef;
  readonly at: Date;
}

/** A transfer between a customer's account and one of the house, before it is known whether it can be. */
export interface Posting extends Occasion {
  readonly customerId: string;
  readonly asset: Asset;
  readonly houseRole: HouseRole;
  readonly kind: TransferKind;
  /** What comes to the customer, in pesos or points; below zero: what goes. */
  readonly amount: number;
  readonly reference: Reference;
  /** The transfer that this one gives back. */
  readonly returnsOf?: string;
  readonly reason?: string;
  readonly authorizedBy?: string;
  /** The most that the customer may hold afterwards. */
  readonly maxBalance?: number;
}

/** A transfer that stands, as a later act or a repeated one needs it. */
export interface StandingTransfer {
  readonly id: string;
  readonly venueId: string;
  readonly customerId: string;
  readonly accountId: string;
  readonly asset: Asset;
  readonly houseRole: HouseRole;
  readonly kind: TransferKind;
  /** What came to the customer, in pesos or points. */
  readonly amount: number;
  /** The customer's balance after it. */
  readonly balance: number;
  readonly returnsOf: string | null;
  readonly reference: Reference;
}

export type PostOutcome =
  | { readonly state: 'posted'; readonly accountId: string; readonly transferId: string; readonly balance: number }
  /** The reference had its effect before. */
  | { readonly state: 'known'; readonly earlier: StandingTransfer }
  | { readonly state: 'refused'; readonly balance: number; readonly isFrozen: boolean };

/** A transfer that stands. */
export interface Posted {
  readonly transferId: string;
  readonly accountId: string;
  /** Of the customer afterwards, in pesos or points. */
  readonly balance: number;
  /** It had been done before, under the same reference. */
  readonly replayed: boolean;
}

/** @throws DomainError `wallet.amount_invalid` unless it is whole, above zero and no more than one act may move */
export function amountOf(amount: number): number {
  if (Number.isSafeInteger(amount) && amount > 0 && amount <= MAX_PESOS) return amount;
  throw new DomainError('wallet.amount_invalid', 'invalid');
}

/**
 * What the caller is answered: a repeated act is answered with what was done.
 * @throws DomainError `wallet.insufficient_funds`, `wallet.limit_exceeded`, `wallet.reference_taken` (conflict),
 *   `wallet.frozen` (locked)
 */
export function settle(posting: Posting, outcome: PostOutcome): Posted {
  if (outcome.state === 'posted') return { ...outcome, replayed: false };
  if (outcome.state === 'known') {
    const { earlier } = outcome;
    const isSame =
      earlier.venueId === posting.venueId &&
      earlier.customerId === posting.customerId &&
      earlier.asset === posting.asset &&
      earlier.houseRole === posting.houseRole &&
      earlier.amount === posting.amount;
    if (!isSame) throw new DomainError('wallet.reference_taken', 'conflict');
    return { transferId: earlier.id, accountId: earlier.accountId, balance: earlier.balance, replayed: true };
  }
  if (outcome.isFrozen && heedsFreeze(posting.kind)) throw new DomainError('wallet.frozen', 'locked');
  if (posting.amount < 0) {
    throw new DomainError('wallet.insufficient_funds', 'conflict', {
      balance: outcome.balance,
      needed: -posting.amount,
    });
  }
  throw new DomainError('wallet.limit_exceeded', 'conflict', {
    limit: posting.maxBalance,
    left: Math.max(0, (posting.maxBalance ?? 0) - outcome.balance),
  });
}
