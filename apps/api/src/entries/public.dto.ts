import { z } from 'zod';
import { EventRow, OnSaleRow } from '@libs/entries/infrastructure';
import { calendarDate, instant, pesos, text, uuid } from '@libs/platform';

const number = z.int().describe('For apps that need a number');

export const onSaleWire = z.array(
  z
    .object({
      id: number,
      uuid,
      name: z.string(),
      description: z.string(),
      price: pesos,
      per_person: z.int().describe('How many of it a customer may have'),
      sale_ends_at: instant.nullable(),
      is_hidden: z.boolean().describe('Shown because its code was given'),
      left: z.int().min(0),
      is_sold_out: z.boolean(),
      evento: z.object({ uuid, name: z.string(), date: calendarDate, doors_open_at: instant.nullable() }),
    })
    .meta({ id: 'EntryOnSale' }),
);

export const eventWire = z
  .object({
    id: number,
    uuid,
    name: z.string(),
    date: calendarDate.describe('The evening it begins'),
    djs: z.array(z.string()),
    description: z.string(),
    image_url: z.string().nullable(),
    doors_open_at: instant.nullable(),
    doors_close_at: instant.nullable(),
    is_open: z.boolean().describe('The party is on'),
    prices: z.array(
      z.object({ name: z.string(), price: pesos, left: z.int().nullable().describe('null: nobody counts') }),
    ),
    left: z.int().nullable().describe('Entries left, of all kinds on sale together; null when none is on sale'),
  })
  .meta({ id: 'Event' });
export const eventsWire = z.array(eventWire);

const venue = { venue_id: uuid.optional().describe('Only where an installation has several houses') };
export const venueQuery = z.strictObject(venue);
export const eventsQuery = z.strictObject({
  ...venue,
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});
export const onSaleQuery = z.strictObject({
  ...venue,
  code: text(40).optional().describe('Shows what is hidden behind it'),
  night_id: uuid.optional().describe('Of this night; otherwise tonight, or the next that sells any'),
});

export function toOnSale(rows: readonly OnSaleRow[]): z.input<typeof onSaleWire> {
  return rows.map(({ night_uuid, night_name, night_date, doors_open_at, sale_ends_at, hidden, left, ...row }) => ({
    ...row,
    is_hidden: hidden,
    left: Math.max(left, 0),
    is_sold_out: left <= 0,
    sale_ends_at: sale_ends_at?.toISOString() ?? null,
    evento: {
      uuid: night_uuid,
      name: night_name,
      date: night_date,
      doors_open_at: doors_open_at?.toISOString() ?? null,
    },
  }));
}

export function toEvent(row: EventRow): z.input<typeof eventWire> {
  return {
    ...row,
    prices: row.prices.map(({ name, price, left }) => ({ name, price, left })),
    doors_open_at: row.doors_open_at?.toISOString() ?? null,
    doors_close_at: row.doors_close_at?.toISOString() ?? null,
  };
}
