import { Injectable } from '@nestjs/common';
import { Database, sql, Sql } from '@libs/platform';
import { TicketSeal } from '../application';
import { TicketStatus, TicketType } from '../domain';
import { DISPLAY_CODE, STATUS, SUMS } from './ticket-reads';

/** A ticket as its guest sees it. */
export interface GuestTicketRow {
  /** The number of its display code: builders of apps without code need one. */
  readonly id: number;
  readonly uuid: string;
  readonly display_code: string;
  readonly ticket_type: TicketType;
  readonly status: TicketStatus;
  readonly created_at: Date;
  readonly night_id: string;
  readonly night_name: string;
  /** `YYYY-MM-DD` */
  readonly night_date: string;
  readonly items: { name: string; note: string | null; qty: number; delivered_qty: number; left_qty: number }[] | null;
}

/** With what the QR holds; null when nothing can be had for it any more. */
export type GuestTicket = GuestTicketRow & { readonly qr: string | null };

const SELECT = `SELECT t.display_number AS id, t.id AS uuid, ${DISPLAY_CODE} AS display_code, t.ticket_type, ${STATUS} AS status,
     t.created_at, n.id AS night_id, n.name AS night_name, n.date AS night_date,
     (SELECT json_agg(json_build_object('name', i.product_name, 'note', i.note, 'qty', i.qty,
        'delivered_qty', i.delivered_qty, 'left_qty', i.qty - i.delivered_qty) ORDER BY i.position)
      FROM tickets.ticket_items i WHERE i.ticket_id = t.id) AS items
   FROM tickets.tickets t JOIN nights.venues v ON v.id = t.venue_id JOIN nights.nights n ON n.id = t.night_id ${SUMS}
   WHERE t.customer_id = $1`;
const OWN = sql('tickets.of_guest', `${SELECT} ORDER BY t.created_at DESC, t.id DESC LIMIT $2 OFFSET $3`);
const ONE_OWN = sql('tickets.one_of_guest', `${SELECT} AND t.id = $2`);

/** Tickets in a guest's account. */
@Injectable()
export class GuestTicketQueries {
  constructor(
    private readonly database: Database,
    private readonly seal: TicketSeal,
  ) {}

  /** Newest first. */
  list(customerId: string, { limit, offset }: { limit: number; offset: number }): Promise<GuestTicket[]> {
    return this.read(OWN, [customerId, limit, offset]);
  }

  /** @returns undefined when it is not this guest's */
  async one(customerId: string, ticketId: string): Promise<GuestTicket | undefined> {
    return (await this.read(ONE_OWN, [customerId, ticketId]))[0];
  }

  private async read(statement: Sql, values: readonly unknown[]): Promise<GuestTicket[]> {
    const rows = await this.database.rows<GuestTicketRow>(statement, values);
    return rows.map((row) => ({ ...row, qr: row.status === 'VOID' ? null : this.seal.tokenOf(row.uuid) }));
  }
}
