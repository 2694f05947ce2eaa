import { Actor, Transaction } from '@libs/kernel';
import { HeldPrices, PricedProduct, SaleFacts } from '../domain';

/** What sales needs of others, in the words of sales. Implemented in infrastructure by calling them. */

/** Limits and habits of the house, in pesos. */
export interface House {
  /** The letters in front of a ticket's number. */
  readonly ticketPrefix: string;
  readonly cashTolerance: number;
  readonly floatTolerance: number;
  readonly courtesyBudget: number;
}

export abstract class Houses {
  abstract find(venueId: string): Promise<House>;
}

export abstract class Prices {
  /** Sends one statement before it first waits. Products that the venue does not have are left out. */
  abstract at(tx: Transaction, venueId: string, productIds: readonly string[], at: Date): Promise<PricedProduct[]>;
}

export interface IssuedTicket {
  readonly id: string;
  readonly displayCode: string;
  /** What the QR holds. Whoever has it can fetch the drinks: never log it. */
  readonly qr: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly qty: number;
    readonly note: string | null;
  }[];
}

export abstract class Tickets {
  /** For the lines that a bar hands over. Sends one statement before it first waits. */
  abstract issue(
    tx: Transaction,
    sale: SaleFacts,
    lines: SaleFacts['lines'],
    ticketPrefix: string,
  ): Promise<IssuedTicket>;

  /**
   * Voids the sale's ticket and answers how many units had been handed over.
   * @throws DomainError `sale.already_delivered` (conflict) unless `despiteDelivery`
   */
  abstract void(
    tx: Transaction,
    act: { saleId: string; reason: string; actor: Actor; at: Date; despiteDelivery: boolean },
  ): Promise<number>;

  /** What the ticket's QR holds, once more. */
  abstract qrOf(ticketId: string): string;
}

export interface Quantity {
  readonly productId: string;
  readonly qty: number;
}

export abstract class Stock {
  /**
   * Takes what the recipes say; sent last, because stock rows are what sales wait for.
   * @throws DomainError `sale.out_of_stock` (conflict; facts productName, left)
   */
  abstract take(tx: Transaction, sale: SaleFacts, locationId: string, items: readonly Quantity[]): Promise<void>;

  /** Gives back what the sale took, once. */
  abstract giveBack(tx: Transaction, act: { saleId: string; employeeId: string; at: Date }): Promise<void>;

  /** How many portions are left of products that can run out. */
  abstract left(
    venueId: string,
    locationId: string,
    productIds: readonly string[],
  ): Promise<readonly { readonly productId: string; readonly left: number }[]>;
}

/** A product that lets somebody in, on the night of the session. */
export interface EntryProduct {
  readonly productId: string;
  readonly entryTypeId: string;
}

/** Entries that are sold at a till: in its books, and in the transaction of their sale. */
export abstract class Admissions {
  /** Which of the products let somebody in. Sends one statement before it first waits. */
  abstract among(
    tx: Transaction,
    venueId: string,
    sessionId: string,
    productIds: readonly string[],
  ): Promise<readonly EntryProduct[]>;

  /** How many entries are left of products that let somebody in. */
  abstract left(
    venueId: string,
    sessionId: string,
    productIds: readonly string[],
  ): Promise<readonly { readonly productId: string; readonly left: number }[]>;

  /** One entry and one QR a person, behind the sale's own row. @throws DomainError `entry.sold_out` (conflict; facts name, left) */
  abstract admit(
    tx: Transaction,
    sale: SaleFacts,
    entries: readonly EntryProduct[],
    ticketPrefix: string,
    actor: Actor,
  ): Promise<void>;

  /** A cancelled sale's entries let nobody in. @throws DomainError `entry.already_used` (conflict) unless `despiteUse` */
  abstract takeBack(
    tx: Transaction,
    act: { saleId: string; reason: string; actor: Actor; despiteUse: boolean },
  ): Promise<void>;
}

export abstract class Approvals {
  /**
   * Takes the yes of another person who may; it is good once.
   * @returns the id of who said yes
   * @throws DomainError `step_up.required`, `step_up.invalid` (forbidden)
   */
  abstract use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string>;

  /**
   * Whether this colleague, who must be allowed to operate a register, is really here.
   * @throws DomainError `session.receiver_unknown` (not_found), and those of a PIN that is wrong or locked
   */
  abstract confirmReceiver(actor: Actor, employeeId: string, pin: string): Promise<void>;
}

/** Guests with an account whose QR or card was read at this till. */
export abstract class Guests {
  /** Sends one statement before it first waits. @returns whose token it is @throws DomainError `guest.token_invalid` (conflict) */
  abstract recognised(tx: Transaction, actor: Actor, token: string): Promise<string>;

  /**
   * The guest showed the code to pay, once. Sends one statement before it first waits.
   * @returns whose token it is
   * @throws DomainError `guest.token_invalid`, `guest.token_paid`, `guest.disabled`, `guest.unconfirmed` (conflict)
   */
  abstract agreesToPay(tx: Transaction, actor: Actor, token: string): Promise<string>;

  /** Kept and shown to the supervisor like a refused ticket; outside of any transaction. */
  abstract noteAttempt(actor: Actor, reason: string): Promise<void>;
}

/** What a guest can pay with, in pesos. */
export interface Purse {
  readonly balance: number;
  readonly isFrozen: boolean;
}

/** Payments out of customers' wallets, in the transaction of the sale. */
export abstract class WalletPayments {
  /**
   * Takes the amount, once a sale. Sends one statement before it first waits.
   * @param payment amount in pesos
   * @throws DomainError `wallet.insufficient_funds` (conflict; facts balance, needed), `wallet.frozen` (locked)
   */
  abstract pay(
    tx: Transaction,
    sale: SaleFacts,
    payment: { readonly customerId: string; readonly amount: number },
    actor: Actor,
  ): Promise<void>;

  /** A cancelled sale gives back what it took from a wallet, once. */
  abstract giveBack(tx: Transaction, sale: SaleFacts, act: { reason: string; actor: Actor; at: Date }): Promise<void>;

  abstract purse(venueId: string, customerId: string): Promise<Purse>;
}

/** Card payments that were taken by a provider, each approved before the sale is placed. */
export abstract class CardPayments {
  /**
   * The prices at which this cart of this sale is charged: those of its first card while any of its cards may still pay,
   * else the given ones, which hold from now on.
   */
  abstract holdPrices(
    tx: Transaction,
    asked: { readonly venueId: string; readonly saleId: string; readonly cart: string; readonly prices: HeldPrices },
  ): Promise<HeldPrices>;

  /**
   * Takes approved payments for this sale, each once.
   * @returns what each is known by, the prices at which the guests were charged, and the guest whom the till named when
   *   it asked for them
   * @throws DomainError `payment.not_found`, `payment.not_approved`, `payment.amount_differs`, `payment.cart_changed`,
   *   `payment.already_used` (conflict)
   */
  abstract take(
    tx: Transaction,
    asked: {
      readonly venueId: string;
      readonly saleId: string;
      readonly sessionId: string;
      readonly cart: string;
      readonly payments: readonly { readonly intentId: string; readonly amount: number }[];
      readonly at: Date;
    },
  ): Promise<{
    readonly references: ReadonlyMap<string, string>;
    readonly prices: HeldPrices;
    readonly guestId: string | null;
  }>;

  /**
   * A register with money on its way can neither be counted nor closed.
   * @throws DomainError `session.payment_open`, `session.payment_unknown`, `session.payment_unsold` (conflict)
   */
  abstract refuseWhileOpen(tx: Transaction, sessionId: string): Promise<void>;

  /** A cancelled sale gives back what was charged for it. */
  abstract giveBack(
    tx: Transaction,
    act: { saleId: string; reason: string; actor: Actor; authorizedBy: string },
  ): Promise<void>;
}
