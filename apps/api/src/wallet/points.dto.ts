import { z } from 'zod';
import { instant, text, uuid } from '@libs/platform';
import {
  KeptRule,
  KeptTier,
  PointRuleChanges,
  PointRuleFields,
  TierChanges,
  TierFields,
} from '@libs/wallet/application';
import { PointsStanding } from '@libs/wallet/infrastructure';

const pesosPerPoint = z.int().min(1).max(100_000).describe('So many pesos are one point');
const multiplier = z.int().min(1).max(1_000).describe('In percent: 200 is twice as many');
const points = z.int().min(0).max(1_000_000_000);

const inForce = {
  created_at: instant.describe('It counts for sales from then on'),
  ended_at: instant.nullable().describe('And up to then; null: it is in force'),
  replaces: uuid.nullable().describe('The one in whose place it came: a changed one is a new one'),
};
export const termsQuery = z.strictObject({
  ended: z.enum(['true', 'false']).optional().describe('Also those that have ended'),
});

const ruleFields = {
  name: text(80),
  pesos_per_point: pesosPerPoint,
  multiplier_percent: multiplier,
  category_ids: z.array(uuid).min(1).max(100).nullable().describe('Null: whatever is sold'),
  night_id: uuid.nullable().describe('Null: in every night'),
  starts_at: instant.nullable().describe('Hours of more points; null: always'),
  ends_at: instant.nullable().describe('Up to, not including'),
};
export const addRuleBody = z
  .strictObject({
    ...ruleFields,
    multiplier_percent: multiplier.default(100),
    category_ids: ruleFields.category_ids.default(null),
    night_id: ruleFields.night_id.default(null),
    starts_at: ruleFields.starts_at.default(null),
    ends_at: ruleFields.ends_at.default(null),
  })
  .meta({ id: 'AddPointRule' });
export const changeRuleBody = z.strictObject(ruleFields).partial().meta({ id: 'ChangePointRule' });
export const ruleWire = z.object({ id: uuid, ...ruleFields, ...inForce, name: z.string() }).meta({ id: 'PointRule' });
export const rulesWire = z.object({ items: z.array(ruleWire) }).meta({ id: 'PointRules' });

const tierFields = {
  name: text(40),
  min_points: points.describe('Earned within the days'),
  within_days: z.int().min(1).max(3_650).describe('Counted back from the moment of a sale'),
  multiplier_percent: z.int().min(100).max(1_000).describe('On top of the rule: 150 is half as many again'),
};
export const addTierBody = z.strictObject(tierFields).meta({ id: 'AddTier' });
export const changeTierBody = z.strictObject(tierFields).partial().meta({ id: 'ChangeTier' });
const tierShown = { id: uuid, ...tierFields, name: z.string() };
export const tierWire = z.object({ ...tierShown, ...inForce }).meta({ id: 'Tier' });
export const tiersWire = z.object({ items: z.array(tierWire) }).meta({ id: 'Tiers' });

export const pointsWire = z
  .object({
    balance: points.describe('To spend'),
    tier: z
      .object({ ...tierShown, earned: points.describe('Within the days of the tier') })
      .nullable()
      .describe('Null: none was reached'),
    next_tier: z
      .object({ ...tierShown, missing: points })
      .nullable()
      .describe('Null: there is none above'),
  })
  .meta({ id: 'Points' });

export const salePointsWire = z
  .object({
    sale_id: uuid,
    points: points.nullable().describe('Counted some moments after the sale; null: not yet, or the sale has no guest'),
  })
  .meta({ id: 'SalePoints' });

type Term = KeptRule | KeptTier;
const inForceOf = ({ createdAt, endedAt, replaces }: Term) => ({
  ...{ created_at: createdAt.toISOString(), ended_at: endedAt?.toISOString() ?? null, replaces },
});

export function toRule(rule: KeptRule): z.input<typeof ruleWire> {
  const { id, name, categoryIds, nightId, startsAt, endsAt } = rule;
  return {
    ...{ id, name, pesos_per_point: rule.pesosPerPoint, multiplier_percent: rule.multiplierPercent },
    ...{ category_ids: categoryIds && [...categoryIds], night_id: nightId },
    ...{ starts_at: startsAt?.toISOString() ?? null, ends_at: endsAt?.toISOString() ?? null },
    ...inForceOf(rule),
  };
}

const moment = (at: string | null): Date | null => (at === null ? null : new Date(at));
const maybe = (at: string | null | undefined): Date | null | undefined => (at === undefined ? at : moment(at));

export function toRuleFields(body: z.output<typeof addRuleBody>): PointRuleFields {
  const { name, pesos_per_point, multiplier_percent, category_ids, night_id, starts_at, ends_at } = body;
  return {
    ...{
      name,
      pesosPerPoint: pesos_per_point,
      multiplierPercent: multiplier_percent,
      categoryIds: unique(category_ids),
    },
    ...{ nightId: night_id, startsAt: moment(starts_at), endsAt: moment(ends_at) },
  };
}

export function toRuleChanges(body: z.output<typeof changeRuleBody>): PointRuleChanges {
  const { name, pesos_per_point, multiplier_percent, category_ids, night_id, starts_at, ends_at } = body;
  return {
    ...{ name, pesosPerPoint: pesos_per_point, multiplierPercent: multiplier_percent },
    categoryIds: category_ids === undefined ? undefined : unique(category_ids),
    ...{ nightId: night_id, startsAt: maybe(starts_at), endsAt: maybe(ends_at) },
  };
}

function unique(ids: readonly string[] | null): string[] | null {
  return ids && [...new Set(ids)];
}

const tierOnWire = ({ id, name, minPoints, withinDays, multiplierPercent }: TierFields & { readonly id: string }) => ({
  ...{ id, name, min_points: minPoints, within_days: withinDays, multiplier_percent: multiplierPercent },
});

export function toTier(tier: KeptTier): z.input<typeof tierWire> {
  return { ...tierOnWire(tier), ...inForceOf(tier) };
}

export function toTierFields(body: z.output<typeof addTierBody>): TierFields {
  const { name, min_points, within_days, multiplier_percent } = body;
  return { name, minPoints: min_points, withinDays: within_days, multiplierPercent: multiplier_percent };
}

export function toTierChanges(body: z.output<typeof changeTierBody>): TierChanges {
  const { name, min_points, within_days, multiplier_percent } = body;
  return { name, minPoints: min_points, withinDays: within_days, multiplierPercent: multiplier_percent };
}

export function toPoints({ balance, tier, next }: PointsStanding): z.input<typeof pointsWire> {
  return {
    balance,
    tier: tier && { ...tierOnWire(tier), earned: tier.earned },
    next_tier: next && { ...tierOnWire(next.tier), missing: next.missing },
  };
}
