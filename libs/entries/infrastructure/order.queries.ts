import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock, DomainError } from '@libs/kernel';
import { cursorAs, Database, Page, sql, toPage } from '@libs/platform';
import { EntryTickets, OrderStatus, PayBy } from '../application';

export interface OrderLineRow {
  readonly entry_type: string;
  readonly name: string;
  readonly qty: number;
  /** In pesos. */
  readonly unit_price: number;
}

export interface OwnEntryRow {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly order_uuid: string | null;
  readonly night_uuid: string;
  readonly night_name: string;
  readonly night_date: string;
  readonly doors_open_at: Date | null;
  readonly ticket_id: string;
  readonly display_code: string;
  readonly qr: string;
  readonly status: 'VALID' | 'USED' | 'VOID';
  readonly offered_until: Date | null;
}

export interface OrderRow {
  readonly id: number;
  readonly uuid: string;
  readonly night_id: string;
  readonly night_name: string;
  readonly pay: PayBy;
  readonly total_amount: number;
  readonly status: OrderStatus;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly payment_id: string | null;
  readonly paid_at: Date | null;
  /** A page took its money, and the order could not take it. */
  readonly is_refund_due: boolean;
  readonly pay_url: string | null;
  readonly payment_status: string | null;
  readonly refunded_amount: number;
  readonly lines: OrderLineRow[];
}

export type StaffOrderRow = OrderRow & { readonly customer_id: string; readonly customer_name: string };

/** @param at the number of the parameter that tells the moment */
const order = (at: string) => `o.number AS id, o.id AS uuid, o.night_id, n.name AS night_name, o.pay, o.total_amount,
  CASE WHEN o.status = 'PENDING' AND o.expires_at <= ${at} THEN 'EXPIRED' ELSE o.status END AS status, o.created_at,
  o.expires_at, coalesce(o.payment_id, i.id) AS payment_id, o.paid_at, i.pay_url, i.status AS payment_status,
  coalesce(i.status = 'APPROVED' AND i.taken_at IS NULL AND i.refunded_amount < i.amount, false) AS is_refund_due,
  (SELECT coalesce(sum(r.amount), 0)::int FROM entries.refunds r WHERE r.order_id = o.id) AS refunded_amount,
  (SELECT json_agg(json_build_object('entry_type', l.entry_type_id, 'name', l.name, 'qty', l.qty,
     'unit_price', l.unit_price) ORDER BY l.name) FROM entries.order_lines l WHERE l.order_id = o.id) AS lines`;
const LAST_PAYMENT = `LEFT JOIN LATERAL (
     SELECT i.* FROM payments.intents i WHERE i.order_kind = 'entry_order' AND i.order_id = o.id
     ORDER BY i.id DESC LIMIT 1
   ) i ON true`;
const OWN_ORDER = sql(
  'entries.own_order',
  `SELECT ${order('$4')} FROM entries.orders o JOIN nights.nights n ON n.id = o.night_id ${LAST_PAYMENT}
   WHERE o.customer_id = $1 AND (o.id = $2::uuid OR o.number = $3::bigint)`,
);
const OWN_ORDERS = sql(
  'entries.own_orders',
  `SELECT ${order('$4')} FROM entries.orders o JOIN nights.nights n ON n.id = o.night_id ${LAST_PAYMENT}
   WHERE o.customer_id = $1 ORDER BY o.number DESC LIMIT $2 OFFSET $3`,
);
const ORDERS = sql(
  'entries.orders_of_venue',
  `SELECT ${order('$7')}, o.customer_id, c.name AS customer_name FROM entries.orders o
   JOIN nights.nights n ON n.id = o.night_id JOIN customers.customers c ON c.uuid = o.customer_id ${LAST_PAYMENT}
   WHERE o.venue_id = $1 AND ($2::uuid IS NULL OR o.night_id = $2) AND ($3::text IS NULL OR o.status = $3)
     AND ($4::boolean IS NULL OR
       coalesce(i.status = 'APPROVED' AND i.taken_at IS NULL AND i.refunded_amount < i.amount, false) = $4) AND ($5::bigint IS NULL OR o.number < $5)
   ORDER BY o.number DESC LIMIT $6`,
);
const OWN_ENTRIES = sql(
  'entries.own_entries',
  `SELECT e.number AS id, e.id AS uuid, t.name, e.order_id AS order_uuid, n.id AS night_uuid, n.name AS night_name,
     n.date AS night_date, n.doors_open_at, k.id AS ticket_id, v.ticket_prefix || ' ' || k.display_number AS display_code,
     CASE WHEN e.voided_at IS NOT NULL OR k.voided_at IS NOT NULL THEN 'VOID'
       WHEN e.checked_in_at IS NOT NULL THEN 'USED' ELSE 'VALID' END AS status,
     g.expires_at AS offered_until
   FROM entries.entries e JOIN entries.entry_types t ON t.id = e.entry_type_id
   JOIN nights.nights n ON n.id = e.night_id JOIN nights.venues v ON v.id = e.venue_id
   JOIN tickets.tickets k ON k.entry_id = e.id
   LEFT JOIN entries.gifts g ON g.entry_id = e.id AND g.taken_at IS NULL AND g.withdrawn_at IS NULL AND g.expires_at > $6
   WHERE e.customer_id = $1 AND ($2::uuid IS NULL OR e.order_id = $2) AND ($3::boolean OR e.voided_at IS NULL)
   ORDER BY n.date DESC, e.number LIMIT $4 OFFSET $5`,
);
const OF_SALE = sql(
  'entries.of_sale',
  `SELECT e.id, t.name, e.paid_amount, k.id AS ticket_id, v.ticket_prefix || ' ' || k.display_number AS display_code,
     e.voided_at IS NOT NULL AS is_void
   FROM entries.entries e JOIN entries.entry_types t ON t.id = e.entry_type_id
   JOIN nights.venues v ON v.id = e.venue_id JOIN tickets.tickets k ON k.entry_id = e.id
   WHERE e.sale_id = $2 AND e.venue_id = $1 ORDER BY k.display_number`,
);

export interface SoldEntryRow {
  readonly id: string;
  readonly name: string;
  readonly paid_amount: number;
  readonly ticket_id: string;
  readonly display_code: string;
  readonly qr: string;
  readonly is_void: boolean;
}

interface Paged {
  readonly limit: number;
  readonly offset: number;
}

/** Orders and entries as guests and the back office read them. */
@Injectable()
export class OrderQueries {
  constructor(
    private readonly database: Database,
    private readonly tickets: EntryTickets,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `entry.order_not_found`, also for somebody else's */
  async own(customerId: string, id: string | number): Promise<OrderRow> {
    const names = typeof id === 'string' ? [id, null] : [null, id];
    const [row] = await this.database.rows<OrderRow>(OWN_ORDER, [customerId, ...names, this.clock.now()]);
    if (!row) throw new DomainError('entry.order_not_found', 'not_found');
    return row;
  }

  /** The latest first. */
  ownOrders(customerId: string, { limit, offset }: Paged): Promise<OrderRow[]> {
    return this.database.rows<OrderRow>(OWN_ORDERS, [customerId, limit, offset, this.clock.now()]);
  }

  /** What the guest holds, for the last night first; handed on and refunded ones only when an order is asked about. */
  async ownEntries(customerId: string, orderId: string | null, { limit, offset }: Paged): Promise<OwnEntryRow[]> {
    const values = [customerId, orderId, orderId !== null, limit, offset, this.clock.now()];
    return this.withQr(await this.database.rows<OwnEntryRow>(OWN_ENTRIES, values));
  }

  /** What a sale at a till let in, to print it. @throws DomainError `entry.none_of_sale` */
  async ofSale(venueId: string, saleId: string): Promise<SoldEntryRow[]> {
    const rows = await this.database.rows<SoldEntryRow>(OF_SALE, [venueId, saleId]);
    if (rows.length === 0) throw new DomainError('entry.none_of_sale', 'not_found');
    return this.withQr(rows);
  }

  /** The latest first. */
  async list(
    venueId: string,
    filter: {
      readonly nightId?: string | undefined;
      readonly status?: OrderStatus | undefined;
      readonly refundDue?: boolean | undefined;
      readonly limit: number;
      readonly cursor?: string | undefined;
    },
  ): Promise<Page<StaffOrderRow>> {
    const { nightId, status, refundDue, limit, cursor } = filter;
    const [before] = cursorAs(cursor, [z.int().min(1)]) ?? [null];
    const values = [venueId, nightId ?? null, status ?? null, refundDue ?? null, before, limit + 1, this.clock.now()];
    return toPage(await this.database.rows<StaffOrderRow>(ORDERS, values), limit, (row) => [row.id]);
  }

  private withQr<T extends { readonly ticket_id: string }>(rows: readonly T[]): T[] {
    return rows.map((row) => ({ ...row, qr: this.tickets.qrOf(row.ticket_id) }));
  }
}
