import { z } from 'zod';
import { GuestListRow, GuestRow } from '@libs/entries/infrastructure';
import { instant, Page, pageOf, pageQuery, pesos, text, uuid } from '@libs/platform';

const people = z.int().min(0);
const plus = people.max(50).describe('How many come along');

export const guestListWire = z
  .object({
    id: uuid,
    night_id: uuid,
    name: z.string(),
    owner_name: z.string(),
    entry_type_id: uuid.nullable().describe('What its guests buy at the till of the door; null: they come in free'),
    sells: z.string().nullable(),
    price: pesos.nullable(),
    expires_at: instant.nullable().describe('After it nobody comes in by the list'),
    is_active: z.boolean(),
    version: z.int(),
    people: people.describe('On the list, with those who come along'),
    arrived: people,
  })
  .meta({ id: 'GuestList' });
export const guestListsWire = z.object({ items: z.array(guestListWire) }).meta({ id: 'GuestLists' });

const plan = {
  name: text(80),
  owner_name: text(80),
  entry_type_id: uuid.nullable(),
  expires_at: instant.nullable(),
  is_active: z.boolean(),
};
export const addListBody = z
  .strictObject({
    ...plan,
    night_id: uuid,
    entry_type_id: plan.entry_type_id.default(null),
    expires_at: plan.expires_at.default(null),
    is_active: plan.is_active.default(true),
  })
  .meta({ id: 'AddGuestList' });
export const changeListBody = z
  .strictObject({ ...z.strictObject(plan).partial().shape, version: z.int().min(1).optional() })
  .meta({ id: 'ChangeGuestList' });

const guest = { name: text(120), plus: plus.default(0), note: text(200).nullable().default(null) };
export const addGuestsBody = z
  .strictObject({ guests: z.array(z.strictObject(guest)).min(1).max(200) })
  .meta({ id: 'AddGuests' });
export const changeGuestBody = z
  .strictObject({
    name: text(120).optional(),
    plus: plus.optional(),
    note: text(200).nullable().optional(),
    is_off: z.boolean().default(false).describe('Takes the guest off the list'),
  })
  .meta({ id: 'ChangeGuest' });
export const checkInBody = z
  .strictObject({ people: z.int().min(1).max(51).describe('How many come in now; the rest may come later') })
  .meta({ id: 'CheckGuestsIn' });

export const guestsPage = pageOf(
  z
    .object({
      id: uuid,
      list_id: uuid,
      list_name: z.string(),
      owner_name: z.string(),
      name: z.string(),
      plus,
      note: z.string().nullable(),
      arrived: people,
      left: people.describe('Who may still come in'),
      expires_at: instant.nullable(),
      price: pesos.nullable().describe('To pay at the till of the door; null: free'),
      is_active: z.boolean(),
    })
    .meta({ id: 'ListedGuest' }),
).meta({ id: 'ListedGuestPage' });
export const guestsQuery = z.strictObject({
  ...pageQuery,
  list_id: uuid.optional().describe('Without it, of all lists of the night that is on'),
  q: text(80).optional().describe('Part of a name; accents and capitals do not count'),
});

const moment = (iso: string | null | undefined): Date | null | undefined => (iso ? new Date(iso) : iso) as Date | null;

export function toListPlan(body: z.output<typeof addListBody>) {
  const { name, owner_name: ownerName, entry_type_id: entryTypeId, is_active: isActive } = body;
  return { name, ownerName, entryTypeId, isActive, expiresAt: moment(body.expires_at) ?? null };
}

export function toListChanges(body: z.output<typeof changeListBody>) {
  const { name, owner_name: ownerName, entry_type_id: entryTypeId, is_active: isActive } = body;
  return { name, ownerName, entryTypeId, isActive, expiresAt: moment(body.expires_at) };
}

export function toGuestList(row: GuestListRow): z.input<typeof guestListWire> {
  return { ...row, expires_at: row.expires_at?.toISOString() ?? null };
}

export function toGuests({ items, nextCursor }: Page<GuestRow>): z.input<typeof guestsPage> {
  return {
    items: items.map((row) => ({
      ...row,
      left: row.plus + 1 - row.arrived,
      expires_at: row.expires_at?.toISOString() ?? null,
    })),
    next_cursor: nextCursor,
  };
}
