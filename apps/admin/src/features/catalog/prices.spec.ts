import type { PriceWindow, Product } from '../../app/wire';
import { bulkPrice, costOf, holdsAt, marginOf, specialPricesAt } from './prices';

const happyHour: PriceWindow = {
  id: 'w',
  name: 'Happy hour',
  weekdays: [5],
  from: '22:00',
  to: '00:30',
  is_active: true,
  prices: [{ product_id: 'beer', price: 2_500 }],
};
const beer: Product = {
  id: 'beer',
  number: 1,
  category_id: 'c',
  name: 'Lager',
  detail: '',
  price: 3_500,
  favourite_position: null,
  position: 0,
  is_active: true,
  version: 1,
  windows: [],
};

describe('a happy hour from Friday 22:00 to 00:30', () => {
  it('still holds on Saturday before half past midnight, and not before Friday’s', () => {
    expect(holdsAt(happyHour, 5, '22:00')).toBe(true);
    expect(holdsAt(happyHour, 6, '00:29')).toBe(true);
    expect(holdsAt(happyHour, 6, '00:30')).toBe(false);
    expect(holdsAt(happyHour, 5, '00:10')).toBe(false);
    expect(holdsAt(happyHour, 6, '22:10')).toBe(false);
  });

  it('from Sunday reaches into Monday', () => {
    expect(holdsAt({ ...happyHour, weekdays: [7] }, 1, '00:10')).toBe(true);
  });

  it('shows what costs less then, the lowest offer first, and nothing that is not on sale', () => {
    const better = { ...happyHour, id: 'x', name: 'Amigos', prices: [{ product_id: 'beer', price: 2_000 }] };
    expect(specialPricesAt([beer], [happyHour, better], 5, '23:00')).toEqual([
      { product: beer, price: 2_000, window: 'Amigos' },
    ]);
    expect(specialPricesAt([beer], [{ ...happyHour, is_active: false }], 5, '23:00')).toEqual([]);
    expect(specialPricesAt([{ ...beer, is_active: false }], [happyHour], 5, '23:00')).toEqual([]);
  });
});

describe('a bulk price change', () => {
  it('by per cent rounds to what the house likes', () => {
    expect(bulkPrice(4_990, { by: 'percent', change: 10, round: 100 })).toBe(5_500);
    expect(bulkPrice(3_500, { by: 'percent', change: -10, round: 1 })).toBe(3_150);
  });

  it('by pesos never goes below nothing', () => {
    expect(bulkPrice(500, { by: 'amount', change: -1_000, round: 1 })).toBe(0);
  });
});

describe('the margin of a recipe', () => {
  it('is measured against the price without IVA', () => {
    expect(marginOf(5_950, 1_000)).toBeCloseTo(0.8);
    expect(marginOf(1_190, 2_000)).toBe(-1);
    expect(marginOf(0, 100)).toBeNull();
  });

  it('costs millilitres by the bottle', () => {
    expect(costOf(60, { package_size: 750, package_cost: 7_500 })).toBe(600);
  });
});
