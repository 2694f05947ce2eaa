import { addProduct, EMPTY_CART } from './cart';
import { discard, EMPTY_COUNTER, hold, resume } from './held-carts';

const AT = '2026-08-01T03:00:00.000Z';
const piscola = addProduct(EMPTY_CART, { id: 'p1', name: 'Piscola', price: 5_500 }, 'l1');
const water = addProduct(EMPTY_CART, { id: 'p2', name: 'Agua', price: 2_000 }, 'l2');

describe('held sales', () => {
  it('leave the counter free for the next guest and come back whole', () => {
    const held = hold({ cart: piscola, held: [] }, 'h1', AT);
    expect(held).toEqual({ cart: EMPTY_CART, held: [{ id: 'h1', heldAt: AT, cart: piscola }] });
    expect(resume(held, 'h1', 'h2', AT)).toEqual({ cart: piscola, held: [] });
  });

  it('change places with the sale in progress, which is never lost', () => {
    const both = { cart: water, held: [{ id: 'h1', heldAt: AT, cart: piscola }] };
    expect(resume(both, 'h1', 'h2', AT)).toEqual({
      cart: piscola,
      held: [{ id: 'h2', heldAt: AT, cart: water }],
    });
  });

  it('are never made of an empty cart', () => {
    expect(hold(EMPTY_COUNTER, 'h1', AT)).toBe(EMPTY_COUNTER);
  });

  it('stay as they are when an unknown one is asked for', () => {
    const counter = { cart: water, held: [{ id: 'h1', heldAt: AT, cart: piscola }] };
    expect(resume(counter, 'nope', 'h2', AT)).toBe(counter);
    expect(discard(counter, 'h1').held).toEqual([]);
  });
});
