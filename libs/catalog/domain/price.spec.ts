import { priceAt, WindowPrice } from './price';

const at22 = { weekday: 6, minute: 22 * 60 };

function windowPrice(id: string, fromHour: number, price: number): WindowPrice {
  return { window: { id, name: id, weekdays: [6], fromMinute: fromHour * 60, toMinute: 23 * 60 }, price };
}

describe('the price of a product', () => {
  it('is the list price while no window is open', () => {
    const current = priceAt(4_000, [windowPrice('later', 22.5, 3_000)], at22);
    expect(current).toEqual({ unitPrice: 4_000, listPrice: 4_000, window: undefined });
  });

  it('is the price of the open window, also when that is dearer or nothing', () => {
    expect(priceAt(4_000, [windowPrice('happy', 21, 3_000)], at22).unitPrice).toBe(3_000);
    expect(priceAt(4_000, [windowPrice('late', 21, 4_500)], at22).unitPrice).toBe(4_500);
    expect(priceAt(4_000, [windowPrice('free', 21, 0)], at22).unitPrice).toBe(0);
  });

  it('is the cheapest of several open windows, in whatever order they come', () => {
    const [dear, cheap] = [windowPrice('dear', 21, 3_500), windowPrice('cheap', 20, 2_500)];
    expect(priceAt(4_000, [dear, cheap], at22)).toMatchObject({ unitPrice: 2_500, window: { id: 'cheap' } });
    expect(priceAt(4_000, [cheap, dear], at22)).toMatchObject({ unitPrice: 2_500, window: { id: 'cheap' } });
  });
});
