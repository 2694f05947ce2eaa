import { Transaction } from '@libs/kernel';
import { WindowPrice } from './price';

/** A product with every price that it can have. */
export interface PricedProduct {
  readonly productId: string;
  readonly name: string;
  readonly categoryId: string;
  /** In pesos. */
  readonly listPrice: number;
  readonly windowPrices: readonly WindowPrice[];
  /** Neither the product nor its category is switched off. */
  readonly isActive: boolean;
  /** Of its venue: windows go by the clock on the wall. */
  readonly timeZone: string;
}

/** Where prices are looked up while something is sold. */
export abstract class PriceBook {
  /** Those of the products that the venue has; each once. */
  abstract find(tx: Transaction, venueId: string, productIds: readonly string[]): Promise<PricedProduct[]>;
}
