import { z } from 'zod';
import { WindowFields, WindowPlan } from '@libs/catalog/application';
import { pageOf, text, uuid } from '@libs/platform';
import { price } from './catalog.dto';

const wallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe("Hour and minute of the venue's own clock, such as 22:00");

const fields = {
  name: text(60),
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length)
    .describe('ISO weekdays on which it starts, 1 is Monday'),
  from: wallTime,
  to: wallTime.describe('When it is over; at or before `from` it is on the next day'),
  is_active: z.boolean(),
  prices: z
    .array(z.strictObject({ product_id: uuid, price }))
    .max(1_000)
    .refine((prices) => new Set(prices.map((one) => one.product_id.toLowerCase())).size === prices.length)
    .describe('What products cost within it, each once; of several open windows the cheapest counts'),
};

export const windowWire = z.object({ id: uuid, ...fields, name: z.string() }).meta({ id: 'PriceWindow' });
export const windowPage = pageOf(windowWire).meta({ id: 'PriceWindowPage' });
export const addWindowBody = z
  .strictObject({ ...fields, is_active: fields.is_active.default(true), prices: fields.prices.default([]) })
  .meta({ id: 'AddPriceWindow' });
export const changeWindowBody = z.strictObject(fields).partial().meta({ id: 'ChangePriceWindow' });

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minute: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

export function toWindow(window: WindowPlan): z.input<typeof windowWire> {
  return {
    id: window.id,
    name: window.name,
    weekdays: [...window.weekdays],
    from: timeOf(window.fromMinute),
    to: timeOf(window.toMinute),
    is_active: window.isActive,
    prices: window.prices.map((one) => ({ product_id: one.productId, price: one.price })),
  };
}

export function toWindowFields(body: z.output<typeof addWindowBody>): WindowFields {
  return {
    name: body.name,
    weekdays: body.weekdays,
    fromMinute: minuteOf(body.from),
    toMinute: minuteOf(body.to),
    isActive: body.is_active,
    prices: pricesOf(body.prices),
  };
}

export function toWindowChanges(body: z.output<typeof changeWindowBody>) {
  return {
    name: body.name,
    weekdays: body.weekdays,
    fromMinute: body.from === undefined ? undefined : minuteOf(body.from),
    toMinute: body.to === undefined ? undefined : minuteOf(body.to),
    isActive: body.is_active,
    prices: body.prices && pricesOf(body.prices),
  };
}

/** In the order in which they are kept, so that a list sent back unchanged changes nothing. */
function pricesOf(prices: z.output<typeof fields.prices>): WindowPlan['prices'] {
  return prices
    .map((one) => ({ productId: one.product_id.toLowerCase(), price: one.price }))
    .sort((a, b) => (a.productId < b.productId ? -1 : 1));
}
