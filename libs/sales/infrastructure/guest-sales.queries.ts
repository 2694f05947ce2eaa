import { Injectable } from '@nestjs/common';
import { Database, sql } from '@libs/platform';
import { PaymentMethod } from '../application';

/** A sale as its guest sees it. */
export interface GuestSaleRow {
  /** Of its ticket: builders of apps without code need a number. */
  readonly id: number;
  readonly uuid: string;
  readonly display_code: string;
  readonly ticket_uuid: string;
  readonly placed_at: Date;
  readonly night_id: string;
  readonly night_name: string;
  /** In pesos. */
  readonly total_amount: number;
  readonly tip_amount: number;
  readonly is_courtesy: boolean;
  readonly is_cancelled: boolean;
  readonly lines: { name: string; qty: number; unit_price: number; total_amount: number }[];
  readonly payments: { method: PaymentMethod; amount: number }[] | null;
}

/** A sale has the number of its ticket; of entries alone there is none, and their first one lends it. */
const OWN = sql(
  'sales.of_guest',
  `SELECT t.display_number AS id, s.id AS uuid, v.ticket_prefix || ' ' || t.display_number AS display_code,
     t.id AS ticket_uuid, s.placed_at, n.id AS night_id, n.name AS night_name, s.total_amount, s.tip_amount, s.is_courtesy,
     s.is_cancelled,
     (SELECT json_agg(json_build_object('name', l.product_name, 'qty', l.qty, 'unit_price', l.unit_price,
        'total_amount', l.total_amount) ORDER BY l.position) FROM sales.sale_lines l WHERE l.sale_id = s.id) AS lines,
     (SELECT json_agg(json_build_object('method', p.method, 'amount', p.amount) ORDER BY p.position)
      FROM sales.sale_payments p WHERE p.sale_id = s.id) AS payments
   FROM sales.sales s
   JOIN LATERAL (
     SELECT k.id, k.display_number, 1 AS choice FROM tickets.tickets k WHERE k.sale_id = s.id
     UNION ALL
     SELECT k.id, k.display_number, 2 FROM entries.entries e JOIN tickets.tickets k ON k.entry_id = e.id
     WHERE e.sale_id = s.id
     ORDER BY choice, display_number LIMIT 1
   ) t ON true
   JOIN nights.nights n ON n.id = s.night_id
   JOIN nights.venues v ON v.id = s.venue_id
   WHERE s.customer_id = $1 ORDER BY s.placed_at DESC, s.id DESC LIMIT $2 OFFSET $3`,
);

/** What a guest bought. */
@Injectable()
export class GuestSaleQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(customerId: string, { limit, offset }: { limit: number; offset: number }): Promise<GuestSaleRow[]> {
    return this.database.rows<GuestSaleRow>(OWN, [customerId, limit, offset]);
  }
}
