import { PressSnapshot, StoredTicket } from '../application';
import { TicketItem, TicketOrigin, TicketType } from '../domain';

/** A ticket `t` with its items, as every statement of the counter answers it. */
export const TICKET_COLUMNS = `t.id, t.venue_id, t.night_id, t.sale_id, t.redemption_id, t.entry_id, t.ticket_type, t.display_number, t.is_test,
  t.created_at, t.print_count, t.voided_at, t.refused_count, t.allowed_until, t.integrity_hash`;

/** @param delivered what counts as delivered of item `i` */
export function itemsJson(delivered = 'i.delivered_qty', join = ''): string {
  return `(SELECT json_agg(json_build_object('id', i.id, 'productId', i.product_id, 'name', i.product_name,
     'note', i.note, 'qty', i.qty, 'deliveredQty', ${delivered}) ORDER BY i.position)
   FROM tickets.ticket_items i ${join} WHERE i.ticket_id = t.id) AS items`;
}

/** The latest press that stands, of deliveries `d` that fulfil the condition. */
export function lastPressJson(condition: string): string {
  return `(SELECT json_build_object('pressId', d.press_id, 'barName', b.name, 'employeeName', e.name,
     'at', d.delivered_at, 'items', json_agg(json_build_object('name', i.product_name, 'qty', d.qty) ORDER BY i.position))
   FROM tickets.deliveries d
     JOIN tickets.ticket_items i ON i.id = d.item_id
     JOIN tickets.bars b ON b.id = d.bar_id
     JOIN staff.employees e ON e.id = d.employee_id
   WHERE ${condition} AND d.undone_at IS NULL
   GROUP BY d.press_id, d.delivered_at, b.name, e.name
   ORDER BY d.delivered_at DESC, d.press_id DESC LIMIT 1) AS last_press`;
}

/** What a ticket was issued for: one of them is set. */
export interface OriginColumns {
  readonly sale_id: string | null;
  readonly redemption_id: string | null;
  readonly entry_id: string | null;
}

/** Each kind has a column of its own. */
export const ORIGIN_COLUMNS = { sale: 'sale_id', redemption: 'redemption_id', entry: 'entry_id' } as const;

export function originOf(row: OriginColumns): TicketOrigin {
  if (row.sale_id !== null) return { kind: 'sale', id: row.sale_id };
  return row.redemption_id === null
    ? { kind: 'entry', id: row.entry_id as string }
    : { kind: 'redemption', id: row.redemption_id };
}

export interface TicketRow extends OriginColumns {
  id: string;
  venue_id: string;
  night_id: string;
  ticket_type: TicketType;
  display_number: number;
  is_test: boolean;
  created_at: Date;
  print_count: number;
  voided_at: Date | null;
  refused_count: number;
  allowed_until: Date | null;
  integrity_hash: Buffer;
  items: TicketItem[] | null;
}

export function toTicket(row: TicketRow): StoredTicket {
  return {
    ...{ id: row.id, venueId: row.venue_id, nightId: row.night_id, origin: originOf(row), ticketType: row.ticket_type },
    ...{
      displayNumber: row.display_number,
      isTest: row.is_test,
      createdAt: row.created_at,
      printCount: row.print_count,
    },
    ...{ voidedAt: row.voided_at, refusedCount: row.refused_count, allowedUntil: row.allowed_until },
    seal: row.integrity_hash,
    items: row.items ?? [],
  };
}

/** Postgres writes times inside JSON with an offset; ours end in Z. */
export function toPress(press: PressSnapshot): PressSnapshot {
  return { ...press, at: new Date(press.at).toISOString() };
}
