import { Transaction } from '@libs/kernel';

/** How the money comes: on a page in the internet, by card at a till, into a drawer. */
export type TopUpMeans = 'online' | 'card' | 'cash';

export type TopUpStatus = 'PENDING' | 'PAID' | 'FAILED';

/** Money on its way into a wallet. */
export interface TopUp {
  readonly id: string;
  readonly venueId: string;
  readonly customerId: string;
  /** Pesos. */
  readonly amount: number;
  readonly means: TopUpMeans;
  readonly registerSessionId: string | null;
  readonly cashMovementId: string | null;
  readonly status: TopUpStatus;
  readonly createdAt: Date;
}

/** What is left of a paid top-up's card payment. */
export interface RefundableTopUp {
  readonly topUpId: string;
  readonly intentId: string;
  /** Pesos that did not go back yet. */
  readonly left: number;
}

/** Keeps top-ups, and what of them went back. */
export abstract class TopUpBook {
  abstract add(tx: Transaction, topUp: TopUp): Promise<void>;
  /** Holds it until the transaction ends. */
  abstract lock(tx: Transaction, id: string): Promise<TopUp | undefined>;
  abstract paid(tx: Transaction, id: string, transferId: string, at: Date): Promise<void>;
  abstract failed(tx: Transaction, id: string, outcome: string, at: Date): Promise<void>;
  /** Pesos of this customer that are being paid. */
  abstract pending(tx: Transaction, customerId: string): Promise<number>;
  /** Paid by card, on a page or at a till, and not gone back entirely; the newest first. */
  abstract refundable(tx: Transaction, customerId: string): Promise<readonly RefundableTopUp[]>;
  abstract addPayout(
    tx: Transaction,
    payout: { refundId: string; topUpId: string; transferId: string; at: Date },
  ): Promise<void>;
  /** @returns the transfer by which that refund left the wallet */
  abstract payoutOf(tx: Transaction, refundId: string): Promise<string | undefined>;
}

/** A part of a balance that goes back to one card. */
export interface PayoutPart {
  readonly topUpId: string;
  readonly intentId: string;
  /** Pesos. */
  readonly amount: number;
}

/**
 * Spreads a balance over the cards it came from, the newest first, never more on one than is left of its payment.
 * @returns the parts, and what no card brought: cash, gifts
 */
export function planPayout(
  balance: number,
  refundable: readonly RefundableTopUp[],
): { readonly parts: readonly PayoutPart[]; readonly remainder: number } {
  const parts: PayoutPart[] = [];
  let remainder = balance;
  for (const { topUpId, intentId, left } of refundable) {
    const amount = Math.min(remainder, left);
    if (amount <= 0) continue;
    parts.push({ topUpId, intentId, amount });
    remainder -= amount;
  }
  return { parts, remainder };
}
