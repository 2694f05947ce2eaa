import { z } from 'zod';
import { clockTime } from '@libs/kernel';
import { AGE_OUTCOMES, AnswerOfDoor, AskDoor, Crossed, TURNED_AWAY, VERDICTS } from '@libs/entries/application';
import { CrossingRow, DoorRefusalRow, HeadCountRow } from '@libs/entries/infrastructure';
import { instant, Language, messageFor, Page, pageOf, pageQuery, text, uuid } from '@libs/platform';

const qr = text(200).describe('What the scanner gave, or the number that is printed beside the QR');
const people = z.int().min(0);

export const validateBody = z
  .strictObject({
    qr: qr.optional(),
    customer_token: text(100).optional().describe('Of POST /customers/identify at this door, instead of a qr'),
  })
  .refine((body) => (body.qr === undefined) !== (body.customer_token === undefined), { path: ['qr'] })
  .meta({ id: 'ValidateEntry' });
export const qrBody = z.strictObject({ qr }).meta({ id: 'ShowEntry' });

export const doorAnswerWire = z
  .object({
    verdict: z.enum(VERDICTS).describe('valid: let in and counted; anything else: not, and remembered'),
    is_valid: z.boolean(),
    title: z.string().describe('For people, in the language asked for'),
    detail: z.string(),
    is_re_entry: z.boolean().describe('It had gone out by an exit scan'),
    crossing_id: uuid.nullable().describe('To take it back with POST /entradas/undo'),
    entry: z
      .object({
        id: uuid,
        night_id: uuid,
        night_name: z.string(),
        ticket_id: uuid,
        display_code: z.string(),
        type_name: z.string(),
        customer_name: z.string().nullable(),
        last: z
          .object({ at: instant, employee_name: z.string(), door_name: z.string().nullable() })
          .nullable()
          .describe('When and where it crossed a door before, and who was there'),
      })
      .nullable(),
    inside: people.nullable(),
  })
  .meta({ id: 'DoorAnswer' });

export const crossedWire = z
  .object({ crossing_id: uuid, inside: people.describe('Over all doors') })
  .meta({ id: 'Crossed' });
export const undoBody = z.strictObject({ crossing_id: uuid, reason: text(200) }).meta({ id: 'UndoCrossing' });
export const countBody = z
  .strictObject({
    direction: z.enum(['in', 'out']),
    people: z.int().min(1).max(50).default(1),
  })
  .meta({ id: 'CountHeads' });

export const turnAwayBody = z
  .strictObject({ reason: z.enum(TURNED_AWAY), note: text(200).optional() })
  .meta({ id: 'TurnAway' });
export const turnedAwayWire = z.object({ id: uuid }).meta({ id: 'TurnedAway' });
export const ageBody = z
  .strictObject({ qr: text(1_000).describe('What the QR of the identity card holds; it is not kept') })
  .meta({ id: 'CheckAge' });
export const ageWire = z
  .object({
    outcome: z.enum(AGE_OUTCOMES).describe('It is a help: compare the photo'),
    may_enter: z.boolean(),
  })
  .meta({ id: 'AgeCheck' });

export const headsWire = z
  .object({
    night_id: uuid,
    night_name: z.string(),
    capacity: people.nullable(),
    inside: people,
    alarm_at: people.nullable().describe('From so many on the doors are warned'),
    is_near: z.boolean(),
    is_full: z.boolean(),
    checked_in: people.describe('Entries that came in'),
    guests: people.describe('Of guest lists'),
    clicked: z.int().describe('Counted by hand, in less out'),
    went_out: people,
    refused: people,
    doors: z.array(z.object({ device_id: uuid.nullable(), name: z.string().nullable(), came: people, gone: people })),
  })
  .meta({ id: 'HeadCount' });

export const doorQuery = z.strictObject({ ...pageQuery, night_id: uuid.optional() });
const where = {
  at: instant,
  employee_name: z.string(),
  door_name: z.string().nullable(),
  display_code: z.string().nullable(),
  guest_name: z.string().nullable(),
};
export const refusalsPage = pageOf(
  z.object({ id: uuid, reason: z.string(), note: z.string().nullable(), ...where }).meta({ id: 'DoorRefusal' }),
).meta({ id: 'DoorRefusalPage' });
export const crossingsPage = pageOf(
  z
    .object({
      ...{ id: uuid, kind: z.string(), delta: z.int(), is_undone: z.boolean(), type_name: z.string().nullable() },
      ...where,
    })
    .meta({ id: 'Crossing' }),
).meta({ id: 'CrossingPage' });

export function toAsk(body: z.output<typeof validateBody>): AskDoor {
  const { qr: shown, customer_token: customerToken } = body;
  return customerToken === undefined ? { qr: shown ?? '' } : { customerToken };
}

export function toDoorAnswer(answer: AnswerOfDoor, language: Language): z.input<typeof doorAnswerWire> {
  const { verdict, isReEntry, crossingId, entry, inside } = answer;
  const code = verdict === 'valid' && isReEntry ? 'door.re_entry' : `door.${verdict}`;
  const facts = {
    ...{ type: entry?.typeName, night: entry?.nightName, who: entry?.last?.employeeName, door: entry?.last?.doorName },
    time: entry?.last && clockTime(entry.last.at, answer.timeZone),
  };
  const { title = '', detail = '' } = messageFor(code, language, facts) ?? {};
  return {
    ...{
      verdict,
      is_valid: verdict === 'valid',
      title,
      detail,
      is_re_entry: isReEntry,
      crossing_id: crossingId,
      inside,
    },
    entry: entry && {
      id: entry.id,
      night_id: entry.nightId,
      night_name: entry.nightName,
      ticket_id: entry.ticketId,
      display_code: entry.displayCode,
      type_name: entry.typeName,
      customer_name: entry.customerName,
      last: entry.last && {
        at: entry.last.at,
        employee_name: entry.last.employeeName,
        door_name: entry.last.doorName,
      },
    },
  };
}

export function toCrossed({ crossingId, inside }: Crossed): z.input<typeof crossedWire> {
  return { crossing_id: crossingId, inside };
}

export function toHeads(row: HeadCountRow): z.input<typeof headsWire> {
  const { inside, capacity, alarm_at: limit } = row;
  const isNear = limit !== null && inside >= limit;
  return { ...row, is_near: isNear, is_full: capacity !== null && inside >= capacity };
}

export function toRefusals({ items, nextCursor }: Page<DoorRefusalRow>): z.input<typeof refusalsPage> {
  return { items: items.map((row) => ({ ...row, at: row.at.toISOString() })), next_cursor: nextCursor };
}

export function toCrossings({ items, nextCursor }: Page<CrossingRow>): z.input<typeof crossingsPage> {
  return { items: items.map((row) => ({ ...row, at: row.at.toISOString() })), next_cursor: nextCursor };
}
