import { z } from 'zod';
import { EntryTypeChanges, EntryTypePlan } from '@libs/entries/application';
import { EntryTypeRow } from '@libs/entries/infrastructure';
import { instant, text, uuid } from '@libs/platform';

const price = z.int().min(0).max(10_000_000).describe('In pesos; 0 is free');
const count = z.int().min(1);

export const entryTypeWire = z
  .object({
    id: uuid,
    night_id: uuid,
    name: z.string(),
    description: z.string(),
    price,
    capacity: count.describe('People'),
    taken: z.int().min(0).describe('Held by open orders and sold, together'),
    left: z.int().min(0).describe('Places of orders whose time is up count as free'),
    per_person: count.describe('How many of it a customer may have'),
    sale_starts_at: instant.nullable(),
    sale_ends_at: instant.nullable(),
    code: z.string().nullable().describe('Only who knows it sees the type'),
    product_id: uuid.nullable().describe('The product that a till sells it as'),
    position: z.int(),
    is_active: z.boolean(),
    version: z.int().describe('Counts the changes; send it back to change only what you looked at'),
  })
  .meta({ id: 'EntryType' });
export const entryTypesWire = z.object({ items: z.array(entryTypeWire) }).meta({ id: 'EntryTypes' });
export const nightQuery = z.strictObject({ night_id: uuid });

const plan = {
  name: text(60),
  description: z.string().trim().max(1_000),
  price,
  capacity: count.max(1_000_000),
  per_person: count.max(100),
  sale_starts_at: instant.nullable(),
  sale_ends_at: instant.nullable(),
  code: text(40).nullable(),
  product_id: uuid.nullable(),
  position: z.int().min(0).max(10_000),
  is_active: z.boolean(),
};

export const addEntryTypeBody = z
  .strictObject({
    ...plan,
    night_id: uuid,
    description: plan.description.default(''),
    per_person: plan.per_person.default(10),
    sale_starts_at: plan.sale_starts_at.default(null),
    sale_ends_at: plan.sale_ends_at.default(null),
    code: plan.code.default(null),
    product_id: plan.product_id.default(null),
    position: plan.position.default(0),
    is_active: plan.is_active.default(true),
  })
  .meta({ id: 'AddEntryType' });
export const changeEntryTypeBody = z
  .strictObject({
    ...z.strictObject(plan).partial().shape,
    version: z.int().min(1).optional().describe('Refuse when the type is no longer at this version'),
  })
  .meta({ id: 'ChangeEntryType' });

const moment = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));
const known = (code: string | null): string | null => code?.toUpperCase() ?? null;

export function toEntryTypePlan(body: z.output<typeof addEntryTypeBody>): EntryTypePlan {
  const { name, description, price: pesos, capacity, position } = body;
  return {
    ...{ name, description, price: pesos, capacity, position },
    perPerson: body.per_person,
    saleStartsAt: moment(body.sale_starts_at),
    saleEndsAt: moment(body.sale_ends_at),
    code: known(body.code),
    productId: body.product_id,
    isActive: body.is_active,
  };
}

export function toEntryTypeChanges(body: z.output<typeof changeEntryTypeBody>): EntryTypeChanges {
  const { name, description, price: pesos, capacity, position, code } = body;
  const { sale_starts_at: starts, sale_ends_at: ends } = body;
  return {
    ...{ name, description, price: pesos, capacity, position },
    perPerson: body.per_person,
    saleStartsAt: starts === undefined ? undefined : moment(starts),
    saleEndsAt: ends === undefined ? undefined : moment(ends),
    code: code === undefined ? undefined : known(code),
    productId: body.product_id,
    isActive: body.is_active,
  };
}

export function toEntryType(row: EntryTypeRow): z.input<typeof entryTypeWire> {
  return {
    id: row.id,
    night_id: row.nightId,
    name: row.name,
    description: row.description,
    price: row.price,
    capacity: row.capacity,
    taken: row.taken,
    left: row.left,
    per_person: row.perPerson,
    sale_starts_at: row.saleStartsAt?.toISOString() ?? null,
    sale_ends_at: row.saleEndsAt?.toISOString() ?? null,
    code: row.code,
    product_id: row.productId,
    position: row.position,
    is_active: row.isActive,
    version: row.version,
  };
}
