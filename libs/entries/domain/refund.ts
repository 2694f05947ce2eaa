import { Transaction } from '@libs/kernel';

/** What goes back of an amount, and what the house keeps, in whole pesos; the house's share is rounded up. */
export function refundOf(paid: number, feePct: number): { readonly amount: number; readonly fee: number } {
  const amount = Math.floor((paid * (100 - feePct)) / 100);
  return { amount, fee: paid - amount };
}

export interface NewRefund {
  readonly id: string;
  readonly venueId: string;
  readonly orderId: string;
  /** In pesos. */
  readonly amount: number;
  readonly fee: number;
  readonly goesTo: 'wallet' | 'original' | 'nobody';
  readonly reason: string;
  readonly employeeId: string | null;
  readonly authorizedBy: string | null;
  readonly at: Date;
}

/** What went back of orders. Only added to. */
export abstract class RefundBook {
  abstract add(tx: Transaction, refund: NewRefund): Promise<void>;
  /** Refunds and fees of an order together, in pesos. */
  abstract totalOf(tx: Transaction, orderId: string): Promise<number>;
  /** When the doors open, or else when the night was opened; undefined: nobody has said. */
  abstract nightBegins(tx: Transaction, nightId: string): Promise<Date | undefined>;
}

export interface NewGift {
  readonly entryId: string;
  readonly givenBy: string;
  readonly hash: Uint8Array;
  readonly at: Date;
  readonly expiresAt: Date;
}

/** Entries that are offered to whoever has the code. */
export abstract class GiftBook {
  abstract add(tx: Transaction, gift: NewGift): Promise<void>;
  /** @returns whether there was an open offer */
  abstract withdraw(tx: Transaction, entryId: string, at: Date): Promise<boolean>;
  /** An open offer of this house. */
  abstract find(
    tx: Transaction,
    venueId: string,
    hash: Uint8Array,
    at: Date,
  ): Promise<{ readonly hash: Uint8Array; readonly entryId: string; readonly givenBy: string } | undefined>;
  /** @returns false when it is no longer open */
  abstract take(tx: Transaction, hash: Uint8Array, by: string, at: Date): Promise<boolean>;
}
