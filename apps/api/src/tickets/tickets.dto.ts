import { z } from 'zod';
import { Language, messageFor, instant, text, uuid } from '@libs/platform';
import { DeliverTicketInput, DeliveryResult, GuestAtBar, ScanResult, TicketSnapshot } from '@libs/tickets/application';

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

/** A guest who was recognised at a station. */
export const guestWire = z
  .object({
    customer_token: z.string().describe('Stands for the guest in this session on this tablet until it expires'),
    expires_at: instant,
    customer_id: uuid,
    first_name: z.string(),
    is_confirmed: z
      .boolean()
      .describe('False for a card until POST /customers/confirm: nothing is shown or paid before'),
  })
  .meta({ id: 'RecognisedGuest' });

export const scanBody = z
  .strictObject({
    qr: text(200).describe(
      'The token in the QR, an older UUID, a display code with or without its letters, or a guest’s own QR or card',
    ),
  })
  .meta({ id: 'ScanTicket' });

export const scanWire = z
  .object({
    outcome: z
      .enum(['deliver', 'delivered', 'refused', 'guest'])
      .describe('guest: a guest’s own QR or card, no ticket'),
    reason: z.string().nullable().describe('Stable code of a refusal, such as ticket.void'),
    detail: z.string().describe('One sentence for the bartender'),
    ticket: ticketWire.nullable(),
    last_delivery: z
      .object({ bar_name: z.string(), employee_name: z.string(), at: instant, items: namedItems })
      .nullable(),
    can_be_allowed: z.boolean().describe('Whether a supervisor may let it pass'),
    guest: guestWire.nullable().describe('Who it is, when it was a guest’s own code'),
    guest_tickets: z.array(ticketWire).describe('All that the guest still gets tonight; deliver each by its id'),
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
  const shown = ticket ? [ticket] : scan.guestTickets;
  const left = shown.flatMap(({ items }) => items).reduce((sum, item) => sum + item.leftQty, 0);
  const facts = { left, ...lastDelivery, time: scan.lastDeliveryTime, firstName: scan.guest?.firstName };
  return {
    outcome,
    reason,
    detail: sentence(reason ?? wordOf(scan), language, facts),
    ticket: ticket && toTicket(ticket),
    last_delivery: lastDelivery && {
      ...{ bar_name: lastDelivery.barName, employee_name: lastDelivery.employeeName, at: lastDelivery.at },
      items: [...lastDelivery.items],
    },
    can_be_allowed: scan.canBeAllowed,
    guest: scan.guest && toGuest(scan.guest),
    guest_tickets: scan.guestTickets.map(toTicket),
  };
}

function wordOf({ outcome, guest, guestTickets }: ScanResult): string {
  if (!guest) return `scan.${outcome}`;
  if (!guest.isConfirmed) return 'guest.unconfirmed';
  return guestTickets.length > 0 ? 'scan.guest' : 'scan.guest_nothing';
}

export function toGuest(guest: GuestAtBar): z.output<typeof guestWire> {
  const { customerId, firstName, token, expiresAt, isConfirmed } = guest;
  return {
    ...{ customer_token: token, expires_at: expiresAt.toISOString(), customer_id: customerId },
    ...{ first_name: firstName, is_confirmed: isConfirmed },
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
