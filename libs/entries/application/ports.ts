import { ActorRef, Transaction } from '@libs/kernel';

/** What entries needs of others, in its own words. Implemented in infrastructure by calling them. */

/** Limits and habits of the house. */
export interface House {
  readonly name: string;
  readonly ticketPrefix: string;
  readonly holdMinutes: number;
  readonly refundHours: number;
  readonly refundFeePct: number;
  readonly doorsEarlyMinutes: number;
  readonly capacityAlarmPct: number;
}

export abstract class Houses {
  abstract find(venueId: string): Promise<House>;
}

export interface IssuedEntryTicket {
  readonly id: string;
  readonly displayCode: string;
  /** What the QR holds. Whoever has it comes in: never log it. */
  readonly qr: string;
}

/** The QR of each entry. */
export abstract class EntryTickets {
  /** Sends one statement before it first waits. */
  abstract issue(
    tx: Transaction,
    entry: {
      readonly entryId: string;
      readonly venueId: string;
      readonly nightId: string;
      readonly customerId: string | null;
      readonly ticketPrefix: string;
      readonly isTest: boolean;
      readonly at: Date;
    },
  ): Promise<IssuedEntryTicket>;

  /** Its QR is dead from now on. */
  abstract void(
    tx: Transaction,
    act: {
      readonly entryId: string;
      readonly venueId: string;
      readonly reason: string;
      readonly by: ActorRef;
      readonly at: Date;
    },
  ): Promise<void>;

  /** What the ticket's QR holds, once more. */
  abstract qrOf(ticketId: string): string;
}

/** Whose money, for what. */
export interface WalletMove {
  readonly venueId: string;
  readonly nightId: string;
  readonly customerId: string;
  readonly orderId: string;
  /** In pesos. */
  readonly amount: number;
  readonly by: ActorRef;
  readonly at: Date;
}

/** The customer's wallet, in the transaction of what it pays for. */
export abstract class Wallets {
  /** @returns the transfer's id @throws DomainError `wallet.insufficient_funds`, `wallet.frozen`, `wallet.reference_taken` */
  abstract pay(tx: Transaction, move: WalletMove): Promise<string>;
  /** Back to where it was paid from. @throws DomainError `wallet.refund_exceeds` */
  abstract giveBack(
    tx: Transaction,
    move: WalletMove & { readonly refundId: string; readonly reason: string },
  ): Promise<void>;
  /** Money of a payment page becomes balance. @throws DomainError `wallet.limit_exceeded` */
  abstract credit(tx: Transaction, move: WalletMove & { readonly refundId: string }): Promise<void>;
}

/** Chance that nobody can guess. */
export abstract class Codes {
  /** As a person types it, and what is stored of it. */
  abstract make(): { readonly code: string; readonly hash: Uint8Array };
  abstract hashOf(code: string): Uint8Array;
}
