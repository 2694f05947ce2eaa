import { Transaction } from '@libs/kernel';

/** For what stock leaves the shelf, once: a sale, or the redemption of a reward. */
export interface StockCause {
  readonly kind: 'sale' | 'redemption';
  readonly id: string;
}

/** A cause that wants its ingredients. */
export interface StockTaking {
  readonly venueId: string;
  readonly cause: StockCause;
  /** Of the register, or of the reward. */
  readonly locationId: string;
  /** Null when a guest did it alone. */
  readonly employeeId: string | null;
  readonly at: Date;
  readonly items: readonly { readonly productId: string; readonly qty: number }[];
}

/** A product of which strict ingredients let so many portions be sold. */
export interface Portions {
  readonly productId: string;
  readonly left: number;
}

/** The product that could not be had, and how many portions there are. */
export interface Shortage extends Portions {
  readonly productName: string;
}

/** Stock as sales and redemptions move it. */
export abstract class SaleStock {
  /**
   * Takes the recipes of all items from the location, or nothing at all.
   * @returns the first item for which a strict ingredient does not suffice, undefined when everything was taken
   */
  abstract take(tx: Transaction, taking: StockTaking): Promise<Shortage | undefined>;

  /** Gives back what was taken for it; a second time it does nothing. */
  abstract giveBack(tx: Transaction, cause: StockCause, employeeId: string, at: Date): Promise<void>;

  /** Of products with strict ingredients only; of all of the venue's when none are named. */
  abstract portions(venueId: string, locationId: string, productIds?: readonly string[]): Promise<Portions[]>;
}
