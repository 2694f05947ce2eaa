/** Most units of one line; the server refuses more. */
export const MOST_UNITS = 99;

/** What the cart needs to know of a product when it is added. */
export interface CartProduct {
  readonly id: string;
  readonly name: string;
  /** Price valid now, whole pesos. Only shown: the server prices the sale. */
  readonly price: number;
}

export interface CartLine {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly unitPrice: number;
  readonly qty: number;
  readonly note: string | null;
}

/** Lines in the order in which they were asked for. */
export type Cart = readonly CartLine[];

export const EMPTY_CART: Cart = [];

/** One more of a product: on its line without a note, else on a new line named `lineId`. */
export function addProduct(cart: Cart, product: CartProduct, lineId: string): Cart {
  const known = cart.find((line) => line.productId === product.id && line.note === null);
  if (known) return setUnits(cart, known.id, known.qty + 1);
  const line = { id: lineId, productId: product.id, name: product.name, unitPrice: product.price, qty: 1, note: null };
  return [...cart, line];
}

/** A line's units, at most {@link MOST_UNITS}; none removes the line. */
export function setUnits(cart: Cart, lineId: string, qty: number): Cart {
  return cart
    .map((line) => (line.id === lineId ? { ...line, qty: Math.min(qty, MOST_UNITS) } : line))
    .filter((line) => line.qty > 0);
}

/** A line's note; an empty one is none. */
export function setNote(cart: Cart, lineId: string, note: string): Cart {
  const text = note.trim();
  return cart.map((line) => (line.id === lineId ? { ...line, note: text === '' ? null : text } : line));
}

/** Pesos of the cart at the prices shown. */
export function cartTotal(cart: Cart): number {
  return cart.reduce((sum, line) => sum + line.unitPrice * line.qty, 0);
}

export function unitsIn(cart: Cart): number {
  return cart.reduce((sum, line) => sum + line.qty, 0);
}

export function unitsOf(cart: Cart, productId: string): number {
  return cart.reduce((sum, line) => (line.productId === productId ? sum + line.qty : sum), 0);
}

/** The cart at the prices of now; the very same cart when none of them moved. Products that left keep their last price. */
export function reprice(cart: Cart, products: readonly CartProduct[]): Cart {
  const prices = new Map(products.map((product) => [product.id, product.price]));
  const moved = cart.some((line) => (prices.get(line.productId) ?? line.unitPrice) !== line.unitPrice);
  if (!moved) return cart;
  return cart.map((line) => ({ ...line, unitPrice: prices.get(line.productId) ?? line.unitPrice }));
}
