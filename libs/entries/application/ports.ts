import { Actor, ActorRef, Transaction } from '@libs/kernel';
import { OrderState, Shown } from '../domain';

/** What entries needs of others, in its own words. Implemented in infrastructure by calling them. */

/** Limits and habits of the house. */
export interface House {
  readonly name: string;
  /** An IANA name. */
  readonly timeZone: string;
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
      readonly at: Date;
    },
  ): Promise<void>;

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
  /**
   * Money of a payment page becomes balance.
   * @param move isOwed: it can go nowhere else, so that no limit holds for it
   * @throws DomainError `wallet.limit_exceeded` unless it is owed
   */
  abstract credit(
    tx: Transaction,
    move: WalletMove & { readonly refundId: string; readonly isOwed: boolean },
  ): Promise<void>;
}

/** Chance that nobody can guess. */
export abstract class Codes {
  /** As a person types it, and what is stored of it. */
  abstract make(): { readonly code: string; readonly hash: Uint8Array };
  abstract hashOf(code: string): Uint8Array;
}

export const PAY_PROVIDERS = ['getnet_web', 'klap'] as const;

/** How taking an order's money on a page stands. */
export interface PageState {
  readonly paymentId: string;
  readonly status: string;
  /** Where the guest pays; null when the page could not be opened. */
  readonly payUrl: string | null;
}

/** Who opens a page, and what it says is paid for. */
export interface PageVisit {
  readonly description: string;
  readonly ip: string | null;
  readonly userAgent: string;
}

/** Payment pages. What becomes of a payment comes back by itself. */
export abstract class OnlinePayments {
  /**
   * In the transaction of the order, or in one that does not hold the order.
   * @param provider null: the first that the house has a contract with
   * @throws DomainError `payment.still_open`, `payment.order_paid`, `payment.provider_not_configured` (conflict)
   */
  abstract begin(
    tx: Transaction,
    order: Pick<OrderState, 'id' | 'venueId' | 'nightId' | 'customerId' | 'total' | 'expiresAt'>,
    provider: (typeof PAY_PROVIDERS)[number] | null,
    by: ActorRef,
  ): Promise<string>;
  /** After the commit; of a page that is open already it only tells how it stands. */
  abstract open(paymentId: string, visit: PageVisit): Promise<PageState>;
  /** Back to the card, once the transaction has committed. @throws DomainError `payment.not_refundable`, `payment.refund_too_much` */
  abstract giveBack(
    tx: Transaction,
    ask: {
      readonly venueId: string;
      readonly paymentId: string;
      readonly customerId: string;
      readonly amount: number;
      readonly reason: string;
      readonly by: ActorRef;
      readonly authorizedBy: string | null;
    },
  ): Promise<void>;
}

/** What a scanner or a person at the door gives. */
export abstract class CodeReader {
  /** @returns undefined when it is neither a ticket's QR nor a number of this house */
  abstract read(text: string, ticketPrefix: string): Shown | undefined;
}

/** Guests whom this station has recognised by their QR or card. */
export abstract class KnownGuests {
  /** @returns the customer @throws DomainError `guest.token_invalid`, `guest.unconfirmed` (conflict) */
  abstract recognised(tx: Transaction, actor: Actor, token: string): Promise<string>;
}

/** Mail to whom an entry is offered. */
export abstract class GiftPost {
  /** @throws DomainError `mail.unavailable` when this house cannot send mail */
  abstract check(): void;
  /** Returns at once; after the commit. */
  abstract send(mail: {
    readonly email: string;
    readonly language: 'es' | 'en';
    readonly venueName: string;
    readonly code: string;
  }): void;
}

export abstract class Approvals {
  /** Takes another person's yes, once. @returns who said it @throws DomainError `step_up.required`, `step_up.invalid` (forbidden) */
  abstract use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string>;
}
