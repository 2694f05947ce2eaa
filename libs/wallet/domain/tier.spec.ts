import * as fc from 'fast-check';
import { earningsOf, nextTierOf, PointRule, Tier, tierOf, TierStanding } from '.';

const tier = (name: string, minPoints: number, multiplierPercent: number, withinDays = 90): Tier => ({
  ...{ id: name, name, minPoints, withinDays, multiplierPercent },
});
const [bronze, silver, gold] = [tier('Bronce', 0, 100), tier('Plata', 500, 125), tier('Oro', 2_000, 150)];
const standing = (earned: number): TierStanding[] => [gold, bronze, silver].map((one) => ({ tier: one, earned }));

describe('tiers of guests', () => {
  it('are reached with their first point, the highest one counts', () => {
    expect(tierOf(standing(0))).toBe(bronze);
    expect(tierOf(standing(499))).toBe(bronze);
    expect(tierOf(standing(500))).toBe(silver);
    expect(tierOf(standing(9_999))).toBe(gold);
    expect(tierOf([])).toBeNull();
    expect(tierOf([{ tier: silver, earned: 10 }])).toBeNull();
  });

  it('count each over its own days: who came a lot lately may reach the higher one alone', () => {
    expect(
      tierOf([
        { tier: silver, earned: 100 },
        { tier: gold, earned: 2_500 },
      ]),
    ).toBe(gold);
  });

  it('tell what is missing for the next one', () => {
    expect(nextTierOf(standing(420))).toEqual({ tier: silver, missing: 80 });
    expect(nextTierOf(standing(2_000))).toBeNull();
  });

  it('multiply on top of the rule, and are rounded down once together with it', () => {
    const rule: PointRule = {
      ...{ id: 'a', pesosPerPoint: 100, multiplierPercent: 150, categoryIds: null, nightId: null },
      ...{ startsAt: null, endsAt: null },
    };
    const at = new Date('2026-11-22T04:00:00Z');
    const earned = (paidAmount: number, by: Tier | null) =>
      earningsOf([rule], [{ categoryId: 'x', paidAmount }], null, at, by)[0];
    expect(earned(1_990, silver)).toMatchObject({ points: 37, tierId: 'Plata', tierPercent: 125 });
    expect(earned(1_990, null)).toMatchObject({ points: 29, tierId: null, tierPercent: 100 });
  });

  it('never make a sale earn less, and stay exact where a double would not', () => {
    const at = new Date();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 100, max: 1_000 }),
        (paidAmount, pesosPerPoint, multiplierPercent, percent) => {
          const rule = {
            ...{ id: 'a', pesosPerPoint, multiplierPercent, categoryIds: null, nightId: null },
            ...{ startsAt: null, endsAt: null },
          };
          const points = (by: Tier | null): number =>
            earningsOf([rule], [{ categoryId: 'x', paidAmount }], null, at, by)[0]?.points ?? 0;
          const exact = (BigInt(paidAmount) * BigInt(multiplierPercent * percent)) / BigInt(pesosPerPoint * 10_000);
          expect(BigInt(points(tier('x', 0, percent)))).toBe(exact);
          expect(points(tier('x', 0, percent))).toBeGreaterThanOrEqual(points(null));
        },
      ),
    );
  });
});
