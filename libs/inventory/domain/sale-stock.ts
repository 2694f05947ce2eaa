import { Transaction } from '@libs/kernel';

/** A sale that wants its ingredients. */
export interface SaleTaking {
  readonly venueId: string;
  readonly saleId: string;
  /** The stock location of the register. */
  readonly locationId: string;
  readonly employeeId: string;
  readonly at: Date;
  readonly items: readonly { readonly productId: string; readonly qty: number }[];
}

/** A product of which strict ingredients let so many portions be sold. */
export interface Portions {
  readonly productId: string;
  readonly left: number;
}

/** The product that a sale could not have, and how many portions there are. */
export interface Shortage extends Portions {
  readonly productName: string;
}

/** Stock as sales move it. */
export abstract class SaleStock {
  /**
   * Takes the recipes of all items from the location, or nothing at all.
   * @returns the first item for which a strict ingredient does not suffice, undefined when everything was taken
   */
  abstract take(tx: Transaction, taking: SaleTaking): Promise<Shortage | undefined>;

  /** Gives back what the sale took; a second time it does nothing. */
  abstract giveBack(tx: Transaction, saleId: string, employeeId: string, at: Date): Promise<void>;

  /** Of products with strict ingredients only; of all of the venue's when none are named. */
  abstract portions(venueId: string, locationId: string, productIds?: readonly string[]): Promise<Portions[]>;
}
