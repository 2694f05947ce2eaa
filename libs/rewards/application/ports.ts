import { Actor, ActorRef, Transaction } from '@libs/kernel';
import { Redemption, RewardItem } from '../domain';

/** What rewards need of others, in the words of rewards. Implemented in infrastructure by calling them. */

export abstract class Nights {
  /** The night that is on, which cannot end before the transaction does. @throws DomainError `night.not_open` (conflict) */
  abstract open(tx: Transaction, venueId: string): Promise<string>;
}

/** Who sets it off, when, and in which night. */
export interface Occasion {
  readonly venueId: string;
  readonly nightId: string;
  readonly actor: ActorRef;
  readonly at: Date;
}

export abstract class Points {
  /**
   * @returns the transfer, and how many points are left
   * @throws DomainError `wallet.insufficient_funds` (conflict), `wallet.frozen` (locked)
   */
  abstract spend(
    tx: Transaction,
    occasion: Occasion,
    spent: { readonly customerId: string; readonly points: number; readonly redemptionId: string },
  ): Promise<{ readonly transferId: string; readonly balance: number }>;

  /** All of them, once. */
  abstract giveBack(tx: Transaction, occasion: Occasion, transferId: string, reason: string): Promise<void>;
}

export interface IssuedTicket {
  readonly id: string;
  readonly displayCode: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly qty: number }[];
}

export interface NamedItem extends RewardItem {
  readonly name: string;
}

export abstract class Tickets {
  abstract issue(tx: Transaction, redemption: Redemption, items: readonly NamedItem[]): Promise<IssuedTicket>;

  /** @throws DomainError `redemption.already_delivered` (conflict; facts deliveredQty) */
  abstract void(
    tx: Transaction,
    act: { readonly redemptionId: string; readonly reason: string; readonly actor: Actor; readonly at: Date },
  ): Promise<void>;

  /** What the ticket's QR holds. Whoever has it can fetch the drinks: never keep or log it. */
  abstract qrOf(ticketId: string): string;
}

export abstract class Products {
  /** With their names. @throws DomainError `reward.product_gone` (conflict; facts name) when one is sold no more */
  abstract named(
    tx: Transaction,
    venueId: string,
    items: readonly RewardItem[],
    at: Date,
  ): Promise<readonly NamedItem[]>;
}

export abstract class Stock {
  /** Takes what the recipes say. @throws DomainError `reward.out_of_stock` (conflict; facts productName, left) */
  abstract take(
    tx: Transaction,
    redemption: Redemption,
    locationId: string,
    items: readonly RewardItem[],
  ): Promise<void>;

  /** Gives back what the redemption took, once. */
  abstract giveBack(
    tx: Transaction,
    act: { readonly redemptionId: string; readonly employeeId: string; readonly at: Date },
  ): Promise<void>;
}
