import { Actor, ActorRef, Transaction } from '@libs/kernel';

/** What the wallet needs of others, in its own words. */

export abstract class Approvals {
  /**
   * Takes another person's yes, once. @returns who said it
   * @throws DomainError `step_up.required`, `step_up.invalid` (forbidden)
   */
  abstract use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string>;
}

/** A row of the ledger that is not as it should be. */
export interface BrokenWalletRow {
  readonly invariant: string;
  readonly id: string;
  readonly problem: string;
}

export abstract class LedgerProof {
  /** Reads one state of a venue's ledger, page by page; nothing when all holds. */
  abstract broken(venueId: string): Promise<readonly BrokenWalletRow[]>;
}

/** Customers as the wallet needs them. */
export abstract class Guests {
  /**
   * Holds the customer until the transaction ends: the account is not deleted meanwhile.
   * @returns the name
   * @throws DomainError `customer.unknown` (not found) also for one of another house and for a deleted account
   */
  abstract hold(tx: Transaction, venueId: string, customerId: string): Promise<string>;
}

/** Who opens a payment page. */
export interface Visit {
  readonly description: string;
  readonly ip: string | null;
  readonly userAgent: string;
}

/** Takes the money of top-ups. Whether it came, {@link SettleTopUp} is told. */
export abstract class TopUpPayments {
  /** @throws DomainError `payment.provider_not_configured` (conflict) */
  abstract beginOnline(
    tx: Transaction,
    ask: {
      readonly topUpId: string;
      readonly customerId: string;
      readonly venueId: string;
      readonly amount: number;
      readonly provider: 'getnet_web' | 'klap' | undefined;
      readonly by: ActorRef;
    },
  ): Promise<string>;

  /** @throws DomainError those of a card payment at a till */
  abstract beginAtTill(
    tx: Transaction,
    actor: Actor,
    ask: {
      readonly topUpId: string;
      readonly customerId: string;
      readonly registerSessionId: string;
      readonly amount: number;
      readonly voucher: string | null;
    },
  ): Promise<string>;

  /** @returns the movement's id @throws DomainError those of taking cash at a till */
  abstract takeCash(
    tx: Transaction,
    actor: Actor,
    cash: { sessionId: string; amount: number; reason: string },
  ): Promise<string>;

  /** After the commit: opens the page of an attempt, if it has one. */
  abstract openPage(intentId: string, visit: Visit): Promise<void>;

  /** Money goes back to a card. @returns the refund's id @throws DomainError `payment.refund_too_much` (conflict) */
  abstract giveBack(
    tx: Transaction,
    ask: { venueId: string; intentId: string; amount: number; reason: string; customerId: string; by: ActorRef },
  ): Promise<string>;
}
