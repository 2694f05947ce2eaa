import { costOf } from './ingredient';

describe('the cost of an ingredient', () => {
  it('is its part of a package in whole pesos', () => {
    expect(costOf(60, { packageSize: 750, packageCost: 6_000 })).toBe(480);
    expect(costOf(1, { packageSize: 24, packageCost: 12_990 })).toBe(541);
    expect(costOf(1, { packageSize: 1_000, packageCost: 400 })).toBe(0);
    expect(costOf(0, { packageSize: 1, packageCost: 400 })).toBe(0);
  });

  it('of stock that went below zero is negative', () => {
    expect(costOf(-750, { packageSize: 750, packageCost: 6_000 })).toBe(-6_000);
  });
});
