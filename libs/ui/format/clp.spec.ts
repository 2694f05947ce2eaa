import { cashCountTotal, cashRound, formatCLP, quickTenders } from './clp';

describe('pesos on screen', () => {
  it.each([
    [0, '$0'],
    [500, '$500'],
    [24_700, '$24.700'],
    [1_284_500, '$1.284.500'],
    [-8_990, '−$8.990'],
  ])('writes %d as %s', (pesos, text) => expect(formatCLP(pesos)).toBe(text));

  it.each([0.5, Number.NaN, 2 ** 53])('refuses to write %d, which is not whole pesos', (pesos) =>
    expect(() => formatCLP(pesos)).toThrow(RangeError),
  );
});

describe('cash rounding by Ley 20.956', () => {
  it.each([
    [24_700, 24_700],
    [24_701, 24_700],
    [24_705, 24_700],
    [24_706, 24_710],
    [24_709, 24_710],
    [5, 0],
    [9_996, 10_000],
  ])('a total of %d is paid with %d', (total, paid) => expect(cashRound(total)).toBe(paid));

  it('never moves a total by more than five pesos', () => {
    for (let total = 0; total < 2_000; total += 1) {
      expect(Math.abs(cashRound(total) - total)).toBeLessThanOrEqual(5);
      expect(cashRound(total) % 10).toBe(0);
    }
  });

  it.each([-10, 10.5])('refuses %d', (total) => expect(() => cashRound(total)).toThrow(RangeError));
});

describe('the sums a customer is likely to hand over', () => {
  it.each([
    [24_700, [24_700, 25_000, 30_000, 40_000]],
    [5_500, [5_500, 6_000, 10_000, 20_000]],
    [500, [500, 1_000, 5_000, 10_000]],
    [4_000, [4_000, 5_000, 10_000, 20_000]],
    [20_000, [20_000]],
    [24_703, [24_700, 25_000, 30_000, 40_000]],
    [0, [0]],
  ])('for %d offers %j', (total, tenders) => expect(quickTenders(total)).toEqual(tenders));
});

describe('a cash count', () => {
  it('adds notes and coins at their worth', () =>
    expect(cashCountTotal({ 20_000: 2, 1_000: 3, 500: 1, 10: 7 })).toBe(43_570));

  it('is zero while nothing was counted', () => expect(cashCountTotal({})).toBe(0));
});
