import { z } from 'zod';
import { instant, Page, pageOf, pageQuery, text, uuid } from '@libs/platform';
import { RedeemedReward, RewardChanges, RewardFields } from '@libs/rewards/application';
import { Offers, RedemptionRow, RewardRow } from '@libs/rewards/infrastructure';

const MAX_POINTS = 1_000_000_000;
const points = z.int().min(0).max(MAX_POINTS);
const cost = z.int().min(1).max(MAX_POINTS).describe('In points');
const limit = z.int().min(1).max(100_000);

const named = z.object({ product_id: uuid, name: z.string(), qty: z.int() });
const status = z.enum(['OPEN', 'PARTIAL', 'DELIVERED', 'VOID']);

const fields = {
  name: text(80),
  description: text(300, 0),
  cost,
  items: z
    .array(z.strictObject({ product_id: uuid, qty: z.int().min(1).max(99) }))
    .min(1)
    .max(20)
    .refine((items) => new Set(items.map((item) => item.product_id)).size === items.length)
    .describe('Each product once'),
  location_id: uuid.describe('The stock that its ingredients are taken from'),
  starts_at: instant.nullable(),
  ends_at: instant.nullable().describe('Up to, not including'),
  stock_limit: limit.min(0).nullable().describe('How many there are, ever; null: as many as there are points'),
  per_person_limit: limit.nullable().describe('How many a guest may have, ever; null: no limit'),
  is_active: z.boolean(),
};
export const addBody = z
  .strictObject({
    ...fields,
    description: fields.description.default(''),
    starts_at: fields.starts_at.default(null),
    ends_at: fields.ends_at.default(null),
    stock_limit: fields.stock_limit.default(null),
    per_person_limit: fields.per_person_limit.default(null),
    is_active: fields.is_active.default(true),
  })
  .meta({ id: 'AddReward' });
export const changeBody = z.strictObject(fields).partial().meta({ id: 'ChangeReward' });

export const rewardWire = z
  .object({
    id: uuid,
    ...fields,
    ...{ name: z.string(), description: z.string(), items: z.array(named), location_name: z.string() },
    taken: z.int().describe('Redeemed and not undone'),
  })
  .meta({ id: 'Reward' });
export const catalogueWire = z.object({ items: z.array(rewardWire) }).meta({ id: 'RewardCatalogue' });

export const offersWire = z
  .object({
    balance: points.describe('My points'),
    is_night_open: z.boolean().describe('Rewards are redeemed while a night is open'),
    items: z.array(
      z.object({
        ...{ id: uuid, name: z.string(), description: z.string(), cost, items: z.array(named) },
        ends_at: instant.nullable(),
        left: z.int().nullable().describe('Null: no limit'),
        left_for_me: z.int().nullable().describe('How many more I may have; null: no limit'),
        is_affordable: z.boolean().describe('Whether my points suffice'),
      }),
    ),
  })
  .meta({ id: 'Rewards' });

export const redeemedWire = z
  .object({
    ...{ id: uuid, reward_id: uuid, name: z.string(), points, redeemed_at: instant },
    balance: points.describe('My points afterwards'),
    ticket: z.object({
      id: uuid,
      display_code: z.string(),
      qr: z.string().describe('What the bar scans'),
      items: z.array(z.object({ id: uuid, name: z.string(), qty: z.int() })),
    }),
  })
  .meta({ id: 'RedeemedReward' });

const redemption = {
  ...{ id: uuid, reward_id: uuid, name: z.string(), points, redeemed_at: instant, undone_at: instant.nullable() },
  ticket_id: uuid,
  display_code: z.string(),
  status: status.describe('Of the ticket'),
  items: z.array(z.object({ id: uuid, name: z.string(), qty: z.int(), delivered_qty: z.int() })),
};
export const minePage = pageOf(
  z
    .object({
      ...redemption,
      qr: z.string().nullable().describe('What the bar scans; null when nothing is left on it'),
    })
    .meta({ id: 'MyRedemption' }),
).meta({ id: 'MyRedemptionPage' });
export const mineQuery = z.strictObject({ ...pageQuery });

export const redemptionPage = pageOf(
  z
    .object({
      ...redemption,
      ...{ customer_id: uuid, customer_name: z.string().nullable(), night_id: uuid, night_name: z.string() },
      ...{ undone_by: z.string().nullable(), undo_reason: z.string().nullable() },
    })
    .meta({ id: 'Redemption' }),
).meta({ id: 'RedemptionPage' });
export const redemptionsQuery = z.strictObject({ ...pageQuery, night_id: uuid.optional() });

export const undoBody = z.strictObject({ reason: text(200) }).meta({ id: 'UndoRedemption' });
export const undoneWire = z.object({ id: uuid, undone_at: instant }).meta({ id: 'UndoneRedemption' });

const moment = (at: string | null): Date | null => (at === null ? null : new Date(at));
const itemsOf = (items: z.output<typeof fields.items>) =>
  items.map(({ product_id, qty }) => ({ productId: product_id, qty }));
const namedOnWire = (items: RewardRow['items']) =>
  items.map(({ productId, name, qty }) => ({ product_id: productId, name, qty }));

export function toFields(body: z.output<typeof addBody>): RewardFields {
  return {
    ...{ name: body.name, description: body.description, cost: body.cost, items: itemsOf(body.items) },
    ...{ locationId: body.location_id, startsAt: moment(body.starts_at), endsAt: moment(body.ends_at) },
    ...{ stockLimit: body.stock_limit, perPersonLimit: body.per_person_limit, isActive: body.is_active },
  };
}

export function toChanges(body: z.output<typeof changeBody>): RewardChanges {
  const { starts_at, ends_at, items } = body;
  return {
    ...{ name: body.name, description: body.description, cost: body.cost, items: items && itemsOf(items) },
    ...{ locationId: body.location_id, stockLimit: body.stock_limit, perPersonLimit: body.per_person_limit },
    startsAt: starts_at === undefined ? undefined : moment(starts_at),
    endsAt: ends_at === undefined ? undefined : moment(ends_at),
    isActive: body.is_active,
  };
}

export function toReward(row: RewardRow): z.input<typeof rewardWire> {
  return {
    ...{ id: row.id, name: row.name, description: row.description, cost: row.cost, items: namedOnWire(row.items) },
    ...{ location_id: row.locationId, location_name: row.locationName, taken: row.taken, is_active: row.isActive },
    ...{ starts_at: row.startsAt?.toISOString() ?? null, ends_at: row.endsAt?.toISOString() ?? null },
    ...{ stock_limit: row.stockLimit, per_person_limit: row.perPersonLimit },
  };
}

export function toOffers({ balance, isNightOpen, items }: Offers): z.input<typeof offersWire> {
  return {
    balance,
    is_night_open: isNightOpen,
    items: items.map((row) => ({
      ...{ id: row.id, name: row.name, description: row.description, cost: row.cost, items: namedOnWire(row.items) },
      ...{ ends_at: row.endsAt?.toISOString() ?? null, left: row.left, left_for_me: row.leftForMe },
      is_affordable: row.cost <= balance,
    })),
  };
}

export function toRedeemed(redeemed: RedeemedReward): z.input<typeof redeemedWire> {
  const { id, rewardId, name, points: spent, balance, redeemedAt, ticket } = redeemed;
  return {
    ...{ id, reward_id: rewardId, name, points: spent, balance, redeemed_at: redeemedAt },
    ticket: { id: ticket.id, display_code: ticket.displayCode, qr: ticket.qr, items: [...ticket.items] },
  };
}

const redemptionOnWire = (row: RedemptionRow) => ({
  ...{ id: row.id, reward_id: row.rewardId, name: row.rewardName, points: row.points, status: row.status },
  ...{ redeemed_at: row.redeemedAt.toISOString(), undone_at: row.undoneAt?.toISOString() ?? null },
  ...{ ticket_id: row.ticketId, display_code: row.displayCode },
  items: row.items.map(({ id, name, qty, deliveredQty }) => ({ id, name, qty, delivered_qty: deliveredQty })),
});

/** @param qrOf the token of a ticket: a guest's own one may be shown again */
export function toMine(
  { items, nextCursor }: Page<RedemptionRow>,
  qrOf: (ticketId: string) => string,
): z.input<typeof minePage> {
  const isGood = ({ status: is }: RedemptionRow): boolean => is === 'OPEN' || is === 'PARTIAL';
  return {
    items: items.map((row) => ({ ...redemptionOnWire(row), qr: isGood(row) ? qrOf(row.ticketId) : null })),
    next_cursor: nextCursor,
  };
}

export function toRedemptions({ items, nextCursor }: Page<RedemptionRow>): z.input<typeof redemptionPage> {
  return {
    items: items.map((row) => ({
      ...redemptionOnWire(row),
      ...{ customer_id: row.customerId, customer_name: row.customerName },
      ...{ night_id: row.nightId, night_name: row.nightName, undone_by: row.undoneBy, undo_reason: row.undoReason },
    })),
    next_cursor: nextCursor,
  };
}
