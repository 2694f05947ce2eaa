import { type Cart, EMPTY_CART } from './cart';

/** A sale put aside for a guest who comes back. */
export interface HeldCart {
  readonly id: string;
  /** ISO 8601. */
  readonly heldAt: string;
  readonly cart: Cart;
}

/** The cart in progress and the ones put aside, oldest first. */
export interface Counter {
  readonly cart: Cart;
  readonly held: readonly HeldCart[];
}

export const EMPTY_COUNTER: Counter = { cart: EMPTY_CART, held: [] };

/** Puts the cart in progress aside. An empty one is not worth a place. */
export function hold(counter: Counter, id: string, heldAt: string): Counter {
  if (counter.cart.length === 0) return counter;
  return { cart: EMPTY_CART, held: [...counter.held, { id, heldAt, cart: counter.cart }] };
}

/** Takes a held cart up again; what was in progress takes its place, so that nothing is lost. */
export function resume(counter: Counter, heldId: string, swapId: string, heldAt: string): Counter {
  const found = counter.held.find((held) => held.id === heldId);
  if (!found) return counter;
  const rest = counter.held.filter((held) => held.id !== heldId);
  return { ...hold({ cart: counter.cart, held: rest }, swapId, heldAt), cart: found.cart };
}

/** Throws a held cart away. */
export function discard(counter: Counter, heldId: string): Counter {
  return { ...counter, held: counter.held.filter((held) => held.id !== heldId) };
}
