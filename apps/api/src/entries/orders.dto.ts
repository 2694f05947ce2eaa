import { z } from 'zod';
import { ORDER_STATES, OrderStatus, PAY_BY, PAY_PROVIDERS, PlaceOrderInput } from '@libs/entries/application';
import { OrderRow, OwnEntryRow, StaffOrderRow } from '@libs/entries/infrastructure';
import { calendarDate, instant, Page, pageOf, pageQuery, pesos, text, uuid } from '@libs/platform';

const number = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
/** Apps without code know things by number, others by UUID. */
export const uuidOrNumber = z.union([uuid, number]);
export const nameParam = z.object({
  id: z.union([uuid, z.coerce.number().pipe(number)]).describe('UUID or number'),
});
export const pagedQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});

const provider = z
  .enum(PAY_PROVIDERS)
  .optional()
  .describe('Whose payment page; the first that the house has a contract with unless given');

export const placeOrderBody = z
  .strictObject({
    lines: z
      .array(z.strictObject({ entry_type: uuidOrNumber.describe('UUID or number'), qty: z.int().min(1).max(100) }))
      .min(1)
      .max(10),
    pay: z
      .enum(PAY_BY)
      .describe('online: on a payment page, while the places are kept; free: only when it costs nothing'),
    code: text(40).optional().describe('Opens what is hidden behind it'),
    provider,
  })
  .meta({ id: 'PlaceEntryOrder' });
export const payAgainBody = z.strictObject({ provider }).meta({ id: 'PayEntryOrder' });

const order = {
  id: number.describe('For apps that need a number'),
  uuid,
  night_id: uuid,
  night_name: z.string(),
  pay: z.enum(PAY_BY),
  total_amount: pesos,
  status: z.enum(ORDER_STATES),
  created_at: instant,
  expires_at: instant.describe('Until when the places are kept unpaid'),
  payment_id: uuid.nullable(),
  payment_status: z.string().nullable().describe('Of the latest try to pay on a page'),
  pay_url: z.string().nullable().describe('Where to pay while it is PENDING'),
  paid_at: instant.nullable(),
  is_refund_due: z.boolean().describe('Its money came when there was no room any more, and goes back'),
  refunded_amount: pesos,
  lines: z.array(z.object({ entry_type: uuid, name: z.string(), qty: z.int(), unit_price: pesos })),
};

export const ownEntryWire = z
  .object({
    id: number.describe('For apps that need a number'),
    uuid,
    name: z.string().describe('What kind of entry'),
    order_uuid: uuid.nullable().describe('null: it was handed on by somebody, or bought at the door'),
    evento: z.object({ uuid, name: z.string(), date: calendarDate, doors_open_at: instant.nullable() }),
    ticket_id: uuid,
    display_code: z.string(),
    qr: z.string().describe('Show it at the door; whoever has it comes in'),
    status: z.enum(['VALID', 'USED', 'VOID']),
    offered_until: instant.nullable().describe('It is offered to somebody else until then'),
  })
  .meta({ id: 'OwnEntry' });
export const ownEntriesWire = z.array(ownEntryWire);
export const orderWire = z.object({ ...order, entries: z.array(ownEntryWire) }).meta({ id: 'EntryOrder' });
export const ordersWire = z.array(z.object(order).meta({ id: 'EntryOrderSummary' }));

export const staffOrderPage = pageOf(
  z.object({ ...order, customer_id: uuid, customer_name: z.string() }).meta({ id: 'StaffEntryOrder' }),
).meta({ id: 'StaffEntryOrderPage' });
export const staffOrdersQuery = z.strictObject({
  ...pageQuery,
  night_id: uuid.optional(),
  status: z.enum(ORDER_STATES).optional(),
  refund_due: z.enum(['true', 'false']).optional(),
});

export function toPlaceOrder(body: z.output<typeof placeOrderBody>, userAgent: string): PlaceOrderInput {
  const lines = body.lines.map(({ entry_type: entryType, qty }) => ({ entryType, qty }));
  return { lines, pay: body.pay, code: body.code ?? null, provider: body.provider ?? null, userAgent };
}

export function toOrderSummary<T extends OrderRow>(row: T) {
  return {
    ...row,
    status: row.status satisfies OrderStatus,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
    paid_at: row.paid_at?.toISOString() ?? null,
    pay_url: row.status === 'PENDING' ? row.pay_url : null,
  };
}

export function toOrder(row: OrderRow, entries: readonly OwnEntryRow[]): z.input<typeof orderWire> {
  return { ...toOrderSummary(row), entries: entries.map(toOwnEntry) };
}

export function toOwnEntry(row: OwnEntryRow): z.input<typeof ownEntryWire> {
  const { night_uuid, night_name, night_date, doors_open_at, offered_until, ...entry } = row;
  return {
    ...entry,
    evento: {
      uuid: night_uuid,
      name: night_name,
      date: night_date,
      doors_open_at: doors_open_at?.toISOString() ?? null,
    },
    offered_until: offered_until?.toISOString() ?? null,
  };
}

export function toStaffOrders({ items, nextCursor }: Page<StaffOrderRow>): z.input<typeof staffOrderPage> {
  return { items: items.map(toOrderSummary), next_cursor: nextCursor };
}
