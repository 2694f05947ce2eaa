import {
  addProduct,
  type Cart,
  cartTotal,
  EMPTY_CART,
  MOST_UNITS,
  reprice,
  setNote,
  setUnits,
  unitsIn,
  unitsOf,
} from './cart';

const PISCOLA = { id: 'p1', name: 'Piscola', price: 5_500 };
const WATER = { id: 'p2', name: 'Agua mineral', price: 2_000 };

function cartOf(...products: (typeof PISCOLA)[]): Cart {
  return products.reduce((cart, product, index) => addProduct(cart, product, `l${index}`), EMPTY_CART);
}

describe('the cart', () => {
  it('counts the same product on one line, in the order it was first asked for', () => {
    const cart = cartOf(PISCOLA, WATER, PISCOLA);
    expect(cart.map((line) => [line.name, line.qty])).toEqual([
      ['Piscola', 2],
      ['Agua mineral', 1],
    ]);
    expect(cartTotal(cart)).toBe(13_000);
    expect(unitsIn(cart)).toBe(3);
  });

  it('keeps a line with a note apart from the next of the same product', () => {
    const noted = setNote(cartOf(PISCOLA), 'l0', '  sin hielo ');
    const cart = addProduct(noted, PISCOLA, 'l9');
    expect(cart.map((line) => [line.note, line.qty])).toEqual([
      ['sin hielo', 1],
      [null, 1],
    ]);
    expect(unitsOf(cart, PISCOLA.id)).toBe(2);
  });

  it('forgets a note that was emptied', () => {
    const cart = setNote(setNote(cartOf(PISCOLA), 'l0', 'con limón'), 'l0', '   ');
    expect(cart[0]?.note).toBeNull();
  });

  it('drops a line at none and never goes above the most', () => {
    expect(setUnits(cartOf(PISCOLA, WATER), 'l0', 0).map((line) => line.name)).toEqual(['Agua mineral']);
    expect(setUnits(cartOf(PISCOLA), 'l0', 500)[0]?.qty).toBe(MOST_UNITS);
  });

  it('follows the prices of now, and leaves alone what left the list', () => {
    const cart = reprice(cartOf(PISCOLA, WATER), [{ ...PISCOLA, price: 3_990 }]);
    expect(cart.map((line) => line.unitPrice)).toEqual([3_990, 2_000]);
  });

  it('stays the same object when no price moved, so that nothing is written for it', () => {
    const cart = cartOf(PISCOLA, WATER);
    expect(reprice(cart, [PISCOLA, WATER])).toBe(cart);
  });
});
