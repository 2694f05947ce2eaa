import { PricedProduct } from './basket';

/** What products cost when a guest's first card was asked for: pesos for a unit, by product. */
export type HeldPrices = ReadonlyMap<string, { readonly unitPrice: number; readonly listPrice: number }>;

export const NO_HELD_PRICES: HeldPrices = new Map();

/** The products at the prices that are held; others as they are. */
export function atHeldPrices(products: readonly PricedProduct[], held: HeldPrices): PricedProduct[] {
  return products.map((product) => ({ ...product, ...held.get(product.productId) }));
}

/** Holds these products' prices. */
export function pricesOf(products: readonly PricedProduct[]): HeldPrices {
  return new Map(products.map(({ productId, unitPrice, listPrice }) => [productId, { unitPrice, listPrice }]));
}
