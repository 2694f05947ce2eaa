import { Tier } from './tier';

/** How many points a peso earns, for what, and when. */
export interface PointRule {
  readonly id: string;
  /** So many pesos are one point. */
  readonly pesosPerPoint: number;
  /** 100 as it is, 200 twice as many: hours of double points. */
  readonly multiplierPercent: number;
  /** Null: of every category. */
  readonly categoryIds: readonly string[] | null;
  /** Null: in every night. */
  readonly nightId: string | null;
  /** From then on; null: always. */
  readonly startsAt: Date | null;
  /** Up to, not including. */
  readonly endsAt: Date | null;
}

/** A line of a sale, and what was paid for it. */
export interface PaidLine {
  readonly categoryId: string;
  /** In pesos. */
  readonly paidAmount: number;
}

/** The points of one rule, with the rule as it was then. */
export interface Earning {
  readonly ruleId: string;
  readonly paidAmount: number;
  readonly pesosPerPoint: number;
  readonly multiplierPercent: number;
  readonly tierId: string | null;
  /** 100 for guests without a tier. */
  readonly tierPercent: number;
  readonly points: number;
}

function applies(rule: PointRule, categoryId: string, nightId: string | null, at: Date): boolean {
  return (
    (rule.categoryIds === null || rule.categoryIds.includes(categoryId)) &&
    (rule.nightId === null || rule.nightId === nightId) &&
    (rule.startsAt === null || rule.startsAt <= at) &&
    (rule.endsAt === null || at < rule.endsAt)
  );
}

/** Whether a peso earns more by this rule; of equal ones the first id decides, so that the answer is always the same. */
function isBetter(rule: PointRule, than: PointRule): boolean {
  const difference = rule.multiplierPercent * than.pesosPerPoint - than.multiplierPercent * rule.pesosPerPoint;
  return difference > 0 || (difference === 0 && rule.id < than.id);
}

/**
 * Every line earns by the best rule that applies to it, and by that one only. What lines earn by the same rule is rounded
 * down once, over their sum, with the guest's tier on top of the rule.
 */
export function earningsOf(
  rules: readonly PointRule[],
  lines: readonly PaidLine[],
  nightId: string | null,
  at: Date,
  tier: Tier | null = null,
): Earning[] {
  const tierPercent = tier?.multiplierPercent ?? 100;
  const paid = new Map<PointRule, number>();
  for (const { categoryId, paidAmount } of lines) {
    let best: PointRule | undefined;
    for (const rule of rules) {
      if (applies(rule, categoryId, nightId, at) && (!best || isBetter(rule, best))) best = rule;
    }
    if (best) paid.set(best, (paid.get(best) ?? 0) + paidAmount);
  }
  return [...paid]
    .map(([rule, paidAmount]) => ({
      ruleId: rule.id,
      paidAmount,
      pesosPerPoint: rule.pesosPerPoint,
      multiplierPercent: rule.multiplierPercent,
      tierId: tier?.id ?? null,
      tierPercent,
      points: pointsOf(paidAmount, rule, tierPercent),
    }))
    .filter(({ points }) => points > 0);
}

/** Rounded down. In whole numbers of any size: both multipliers at once go beyond what a double holds exactly. */
function pointsOf(paidAmount: number, rule: PointRule, tierPercent: number): number {
  const earned = BigInt(paidAmount) * BigInt(rule.multiplierPercent) * BigInt(tierPercent);
  return Number(earned / (BigInt(rule.pesosPerPoint) * 10_000n));
}
