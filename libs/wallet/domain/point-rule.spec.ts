import * as fc from 'fast-check';
import { earningsOf, PointRule } from './point-rule';

const AT = new Date('2026-11-22T04:00:00Z');
const HOUR = 3_600_000;

function rule(given: Partial<PointRule> = {}): PointRule {
  return {
    ...{ id: 'a', pesosPerPoint: 100, multiplierPercent: 100, categoryIds: null, nightId: null },
    ...{ startsAt: null, endsAt: null },
    ...given,
  };
}
const points = (rules: PointRule[], paid: Record<string, number>, at = AT, night: string | null = 'tonight'): number =>
  earningsOf(
    rules,
    Object.entries(paid).map(([categoryId, paidAmount]) => ({ categoryId, paidAmount })),
    night,
    at,
  ).reduce((sum, earning) => sum + earning.points, 0);

describe('points', () => {
  it('are one for so many pesos, rounded down once over the sale', () => {
    expect(points([rule()], { piscos: 4_550, beers: 4_550 })).toBe(91);
    expect(points([rule()], { piscos: 99 })).toBe(0);
    expect(points([], { piscos: 10_000 })).toBe(0);
  });

  it('are for the categories that the rule names, and for nothing else', () => {
    expect(points([rule({ categoryIds: ['beers'] })], { piscos: 9_000, beers: 1_000 })).toBe(10);
  });

  it('are more within the hours of a multiplier, from its first moment up to its last', () => {
    const double = rule({
      ...{ id: 'b', multiplierPercent: 200, startsAt: AT, endsAt: new Date(AT.getTime() + HOUR) },
    });
    expect(points([rule(), double], { piscos: 1_000 })).toBe(20);
    expect(points([rule(), double], { piscos: 1_000 }, new Date(AT.getTime() - 1))).toBe(10);
    expect(points([rule(), double], { piscos: 1_000 }, new Date(AT.getTime() + HOUR - 1))).toBe(20);
    expect(points([rule(), double], { piscos: 1_000 }, new Date(AT.getTime() + HOUR))).toBe(10);
  });

  it('are of a night when the rule names one', () => {
    const party = rule({ nightId: 'anniversary' });
    expect(points([party], { piscos: 1_000 })).toBe(0);
    expect(points([party], { piscos: 1_000 }, AT, 'anniversary')).toBe(10);
  });

  it('come from the one rule that gives most, in whatever order the rules are', () => {
    const rules = [rule(), rule({ id: 'b', pesosPerPoint: 50 }), rule({ id: 'c', multiplierPercent: 150 })];
    expect(earningsOf(rules, [{ categoryId: 'x', paidAmount: 1_000 }], null, AT)).toEqual([
      {
        ...{ ruleId: 'b', paidAmount: 1_000, pesosPerPoint: 50, multiplierPercent: 100, points: 20 },
        ...{ tierId: null, tierPercent: 100 },
      },
    ]);
    expect(points([...rules].reverse(), { x: 1_000 })).toBe(20);
  });

  it('never exceed what every peso would earn by the best rule, nor fall when more is paid', () => {
    const money = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 4 }), money, money, (rates, paid, more) => {
        const rules = rates.map((pesosPerPoint, n) => rule({ id: String(n), pesosPerPoint }));
        const earned = points(rules, { x: paid });
        expect(earned).toBe(rates.length === 0 ? 0 : Math.floor(paid / Math.min(...rates)));
        expect(points(rules, { x: paid + more })).toBeGreaterThanOrEqual(earned);
      }),
    );
  });
});
