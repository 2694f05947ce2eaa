import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { sql, sqlOf, together, writeOutbox } from '@libs/platform';
import { LoggedBy, NewTicket, TicketRepository, VoidOutcome } from '../application';

const ADD = sql(
  'tickets.add',
  `WITH ticket AS (
     INSERT INTO tickets.tickets
       (id, venue_id, night_id, ticket_type, sale_id, display_number, qr_hash, integrity_hash, is_test, created_at)
     VALUES ($1, $2, $3, 'delivery', $4, nextval('tickets.display_numbers'), $5, $6, $7, $8)
     RETURNING display_number
   ), items AS (
     INSERT INTO tickets.ticket_items (id, ticket_id, position, product_id, product_name, qty, note)
     SELECT item.id, $1, item.position, item.product_id, item.name, item.qty, item.note
     FROM unnest($9::uuid[], $10::uuid[], $11::text[], $12::int[], $13::text[])
       WITH ORDINALITY AS item (id, product_id, name, qty, note, position)
   )
   SELECT display_number FROM ticket`,
);

/** Waits for deliveries, which hold the ticket's row, and keeps new ones out until the cancellation is through. */
const TAKE_OF_SALE = sql(
  'tickets.take_of_sale',
  'SELECT id FROM tickets.tickets WHERE sale_id = $1 AND venue_id = $2 FOR UPDATE',
);

const VOID = sql(
  'tickets.void',
  `WITH ticket AS (
     SELECT t.id, t.night_id, (SELECT sum(i.delivered_qty)::int FROM tickets.ticket_items i WHERE i.ticket_id = t.id) AS delivered
     FROM tickets.tickets t WHERE t.sale_id = $1 AND t.venue_id = $2
   ), voided AS (
     UPDATE tickets.tickets t SET voided_at = $9, void_reason = $3 FROM ticket
     WHERE t.id = ticket.id AND t.voided_at IS NULL AND (ticket.delivered = 0 OR $4::boolean)
     RETURNING t.id
   ), logged AS (
     INSERT INTO tickets.ticket_log (id, venue_id, ticket_id, action, note, bar_id, employee_id, device_id, ip, at)
     SELECT $5, $2, voided.id, 'void', $3, $6, $7, $8, $10, $9 FROM voided
   )
   SELECT id, night_id, delivered, EXISTS (SELECT FROM voided) AS voided FROM ticket`,
);

interface VoidRow {
  id: string;
  night_id: string;
  delivered: number;
  voided: boolean;
}

/** {@link TicketRepository} in one statement an act. */
@Injectable()
export class SqlTicketRepository extends TicketRepository {
  async add(tx: Transaction, ticket: NewTicket): Promise<number> {
    const { id, venueId, nightId, saleId, qrHash, seal, isTest, createdAt, items } = ticket;
    const rows = await sqlOf(tx).rows<{ display_number: number }>(ADD, [
      ...[id, venueId, nightId, saleId, qrHash, seal, isTest, createdAt],
      items.map((item) => item.id),
      items.map((item) => item.productId),
      items.map((item) => item.name),
      items.map((item) => item.qty),
      items.map((item) => item.note),
    ]);
    return (rows[0] as { display_number: number }).display_number;
  }

  async voidOfSale(
    tx: Transaction,
    saleId: string,
    reason: string,
    despiteDelivery: boolean,
    by: LoggedBy,
  ): Promise<VoidOutcome | undefined> {
    const { logId, venueId, barId, employeeId, deviceId, ip, at } = by;
    const [, [row]] = await together(
      sqlOf(tx).rows(TAKE_OF_SALE, [saleId, venueId]),
      // Sent along, but it looks only once the row is ours: its sum is what was really delivered.
      sqlOf(tx).rows<VoidRow>(VOID, [
        ...[saleId, venueId, reason, despiteDelivery],
        ...[logId, barId, employeeId, deviceId, at, ip],
      ]),
    );
    return row && { ticketId: row.id, nightId: row.night_id, deliveredQty: row.delivered, voided: row.voided };
  }

  publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    return writeOutbox(tx, events);
  }
}
