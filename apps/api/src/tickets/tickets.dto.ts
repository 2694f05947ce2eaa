import { z } from 'zod';
import { Language, messageFor, instant, text, uuid } from '@libs/platform';
import { DeliverTicketInput, DeliveryResult, ScanResult, TicketSnapshot } from '@libs/tickets/application';

const MAX_ITEMS = 100;
const status = z.enum(['OPEN', 'PARTIAL', 'DELIVERED', 'VOID']);

/** What a ticket was issued for: one of the three. */
export const originFields = {
  sale_id: uuid.nullable(),
  redemption_id: uuid.nullable().describe('Of a reward'),
  entry_id: uuid.nullable(),
};

export const ticketFields = {
  id: uuid,
  display_code: z.string().describe('What people read out, such as BMB 11725'),
  ticket_type: z.enum(['delivery', 'entry', 'wardrobe']),
  status: status.describe('Follows from what was delivered'),
  is_test: z.boolean(),
  created_at: instant,
  ...originFields,
  print_count: z.int(),
  items: z.array(
    z.object({
      id: uuid,
      name: z.string(),
      note: z.string().nullable(),
      qty: z.int(),
      delivered_qty: z.int(),
      left_qty: z.int(),
    }),
  ),
};

export const ticketWire = z.object(ticketFields).meta({ id: 'Ticket' });

const namedItems = z.array(z.object({ name: z.string(), qty: z.int() }));

export const scanBody = z
  .strictObject({
    qr: text(200).describe('The token in the QR, an older UUID, or a display code with or without its letters'),
  })
  .meta({ id: 'ScanTicket' });

export const scanWire = z
  .object({
    outcome: z.enum(['deliver', 'delivered', 'refused']),
    reason: z.string().nullable().describe('Stable code of a refusal, such as ticket.void'),
    detail: z.string().describe('One sentence for the bartender'),
    ticket: ticketWire.nullable(),
    last_delivery: z
      .object({ bar_name: z.string(), employee_name: z.string(), at: instant, items: namedItems })
      .nullable(),
    can_be_allowed: z.boolean().describe('Whether a supervisor may let it pass'),
  })
  .meta({ id: 'Scan' });

export const deliverBody = z
  .strictObject({
    items: z
      .array(z.strictObject({ item_id: uuid, qty: z.int().min(1).max(9_999) }))
      .min(1)
      .max(MAX_ITEMS)
      .refine((items) => new Set(items.map((item) => item.item_id.toLowerCase())).size === items.length)
      .describe('Each item at most once'),
    bar_id: uuid,
  })
  .meta({ id: 'DeliverTicket' });

export const deliveryWire = z
  .object({
    ticket: ticketWire,
    delivery: z.object({
      press_id: uuid.describe('Name it to undo'),
      at: instant,
      undo_until: instant,
      items: namedItems,
    }),
  })
  .meta({ id: 'Delivery' });

export const undoBody = z.strictObject({ press_id: uuid }).meta({ id: 'UndoDelivery' });
export const undoneWire = z.object({ ticket: ticketWire }).meta({ id: 'UndoneDelivery' });
export const allowBody = z.strictObject({ reason: text(200) }).meta({ id: 'AllowTicket' });

export const printBody = z
  .strictObject({
    target: z.enum(['printer', 'browser']).describe('browser: the screen prints, it is only counted'),
    register_session_id: uuid,
  })
  .meta({ id: 'PrintTicket' });

export const printedWire = z
  .object({
    qr: z.string(),
    display_code: z.string(),
    print_count: z.int(),
    is_reprint: z.boolean(),
    printed: z.boolean().describe('Whether the register’s printer took it'),
    problem: z.string().nullable().describe('Why not, in a sentence for the cashier'),
  })
  .meta({ id: 'PrintedTicket' });

export function toTicket(ticket: TicketSnapshot): z.output<typeof ticketWire> {
  const { origin } = ticket;
  const of = (kind: typeof origin.kind) => (origin.kind === kind ? origin.id : null);
  return {
    ...{ id: ticket.id, display_code: ticket.displayCode, status: ticket.status, is_test: ticket.isTest },
    ...{ ticket_type: ticket.ticketType, created_at: ticket.createdAt, print_count: ticket.printCount },
    sale_id: of('sale'),
    redemption_id: of('redemption'),
    entry_id: of('entry'),
    items: ticket.items.map(({ id, name, note, qty, deliveredQty, leftQty }) => {
      return { id, name, note, qty, delivered_qty: deliveredQty, left_qty: leftQty };
    }),
  };
}

export function toScan(scan: ScanResult, language: Language): z.output<typeof scanWire> {
  const { outcome, reason, ticket, lastDelivery } = scan;
  const left = ticket?.items.reduce((sum, item) => sum + item.leftQty, 0) ?? 0;
  const facts = { left, ...lastDelivery, time: scan.lastDeliveryTime };
  return {
    outcome,
    reason,
    detail: sentence(reason ?? `scan.${outcome}`, language, facts),
    ticket: ticket && toTicket(ticket),
    last_delivery: lastDelivery && {
      ...{ bar_name: lastDelivery.barName, employee_name: lastDelivery.employeeName, at: lastDelivery.at },
      items: [...lastDelivery.items],
    },
    can_be_allowed: scan.canBeAllowed,
  };
}

export function sentence(code: string, language: Language, facts: Readonly<Record<string, unknown>> = {}): string {
  return messageFor(code, language, facts)?.detail ?? code;
}

export function toDeliverInput(ticketId: string, body: z.output<typeof deliverBody>): DeliverTicketInput {
  const items = body.items.map(({ item_id, qty }) => ({ itemId: item_id.toLowerCase(), qty }));
  return { ticketId: ticketId.toLowerCase(), barId: body.bar_id.toLowerCase(), items };
}

export function toDelivery({ ticket, delivery }: DeliveryResult): z.output<typeof deliveryWire> {
  const { pressId, at, undoUntil, items } = delivery;
  return { ticket: toTicket(ticket), delivery: { press_id: pressId, at, undo_until: undoUntil, items: [...items] } };
}
