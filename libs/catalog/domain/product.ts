/** Something that is sold. */
export interface Product {
  readonly id: string;
  readonly venueId: string;
  readonly categoryId: string;
  readonly name: string;
  readonly detail: string;
  /** The list price, in pesos. */
  readonly price: number;
  /** Its place among the best sold, null when it is not there. */
  readonly favouritePosition: number | null;
  readonly position: number;
  readonly isActive: boolean;
  readonly updatedAt: Date;
  /** Counts the changes. */
  readonly version: number;
}

export type ProductFields = Omit<Product, 'id' | 'venueId' | 'updatedAt' | 'version'>;

/** A list price that became another one, in pesos. */
export interface PriceChange {
  readonly productId: string;
  readonly before: number;
  readonly after: number;
}
