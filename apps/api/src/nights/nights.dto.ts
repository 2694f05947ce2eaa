import { z } from 'zod';
import { NightChanges, NightPlan, NightState } from '@libs/nights/application';
import { calendarDate, instant, Page, pageOf, pageQuery, pesos, text, uuid } from '@libs/platform';

const status = z.enum(['PLANNED', 'PREPARING', 'OPEN', 'CLOSING', 'CLOSED']);

const checklistItem = z
  .object({
    id: uuid,
    label: z.string(),
    is_done: z.boolean(),
    done_by: z.string().nullable().describe('Name of who did it'),
    done_at: instant.nullable(),
  })
  .meta({ id: 'ChecklistItem' });

export const nightWire = z
  .object({
    id: uuid,
    date: calendarDate.describe('The evening it begins; a label, never a unit of accounting'),
    name: z.string(),
    djs: z.array(z.string()),
    description: z.string(),
    image_url: z.string().nullable(),
    doors_open_at: instant.nullable(),
    doors_close_at: instant.nullable(),
    capacity: z.int().nullable().describe('Guests that may be inside at once'),
    price_tiers: z.array(z.object({ name: z.string(), price: pesos })),
    checklist: z.array(checklistItem),
    responsible_ids: z.array(uuid).describe('Employees who answer for it'),
    status,
    opened_at: instant.nullable(),
    closed_at: instant.nullable(),
    version: z.int().describe('Counts the changes; send it back to change only what you looked at'),
  })
  .meta({ id: 'Night' });

export const nightPage = pageOf(nightWire).meta({ id: 'NightPage' });
export const currentNightWire = z
  .object({ night: nightWire.nullable().describe('OPEN or CLOSING; null when no night is on') })
  .meta({ id: 'CurrentNight' });
export const nightsQuery = z.strictObject({ ...pageQuery, status: status.optional() });

const plan = {
  date: calendarDate,
  name: text(120),
  djs: z.array(text(120)).max(50),
  description: z.string().trim().max(5_000),
  image_url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  doors_open_at: instant.nullable(),
  doors_close_at: instant.nullable(),
  capacity: z.int().min(1).max(1_000_000).nullable(),
  price_tiers: z.array(z.strictObject({ name: text(60), price: pesos })).max(20),
  responsible_ids: z.array(uuid).max(50),
};

export const planNightBody = z
  .strictObject({
    ...plan,
    djs: plan.djs.default([]),
    description: plan.description.default(''),
    image_url: plan.image_url.default(null),
    doors_open_at: plan.doors_open_at.default(null),
    doors_close_at: plan.doors_close_at.default(null),
    capacity: plan.capacity.default(null),
    price_tiers: plan.price_tiers.default([]),
    responsible_ids: plan.responsible_ids.default([]),
    checklist: z.array(text(120)).max(40).optional().describe('Labels; the usual ones unless given'),
  })
  .meta({ id: 'PlanNight' });

export const changeNightBody = z
  .strictObject({
    ...z.strictObject(plan).partial().shape,
    checklist: z
      .array(z.strictObject({ id: uuid.optional(), label: text(120) }))
      .max(40)
      .optional()
      .describe('Replaces the list; items sent with their id stay done'),
    version: z.int().min(1).optional().describe('Refuse when the night is no longer at this version'),
  })
  .meta({ id: 'ChangeNight' });

export const tickBody = z.strictObject({ is_done: z.boolean() }).meta({ id: 'TickChecklistItem' });
export const deleteNightBody = z.strictObject({ reason: text(300) }).meta({ id: 'DeleteNight' });
export const itemParams = z.object({ id: uuid, item_id: uuid });

const moment = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));

export function toPlan(body: z.output<typeof planNightBody>): NightPlan {
  return {
    date: body.date,
    name: body.name,
    djs: body.djs,
    description: body.description,
    imageUrl: body.image_url,
    doorsOpenAt: moment(body.doors_open_at),
    doorsCloseAt: moment(body.doors_close_at),
    capacity: body.capacity,
    priceTiers: body.price_tiers,
    responsibleIds: body.responsible_ids,
  };
}

export function toChanges(body: z.output<typeof changeNightBody>): NightChanges {
  const { doors_open_at: opens, doors_close_at: closes } = body;
  return {
    date: body.date,
    name: body.name,
    djs: body.djs,
    description: body.description,
    imageUrl: body.image_url,
    doorsOpenAt: opens === undefined ? undefined : moment(opens),
    doorsCloseAt: closes === undefined ? undefined : moment(closes),
    capacity: body.capacity,
    priceTiers: body.price_tiers,
    responsibleIds: body.responsible_ids,
    checklist: body.checklist,
  };
}

export function toNight(night: NightState): z.input<typeof nightWire> {
  return {
    id: night.id,
    date: night.date,
    name: night.name,
    djs: [...night.djs],
    description: night.description,
    image_url: night.imageUrl,
    doors_open_at: night.doorsOpenAt?.toISOString() ?? null,
    doors_close_at: night.doorsCloseAt?.toISOString() ?? null,
    capacity: night.capacity,
    price_tiers: [...night.priceTiers],
    checklist: night.checklist.map((item) => ({
      id: item.id,
      label: item.label,
      is_done: item.isDone,
      done_by: item.doneBy?.name ?? null,
      done_at: item.doneAt,
    })),
    responsible_ids: [...night.responsibleIds],
    status: night.status,
    opened_at: night.openedAt?.toISOString() ?? null,
    closed_at: night.closedAt?.toISOString() ?? null,
    version: night.version,
  };
}

export function toNightPage(page: Page<NightState>): z.input<typeof nightPage> {
  return { items: page.items.map(toNight), next_cursor: page.nextCursor };
}
