import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { Sql, sql, sqlOf, together, writeOutbox } from '@libs/platform';
import { ClaimLookup, ClaimOutcome, LoggedBy, NewTicket, TicketRepository, VoidOutcome } from '../application';
import { TicketOrigin } from '../domain';
import { ORIGIN_COLUMNS, OriginColumns, originOf } from './ticket-rows';

const ADD = sql(
  'tickets.add',
  `WITH ticket AS (
     INSERT INTO tickets.tickets
       (id, venue_id, night_id, ticket_type, sale_id, redemption_id, entry_id, customer_id, display_number, qr_hash,
        integrity_hash, is_test, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, nextval('tickets.display_numbers'), $9, $10, $11, $12)
     RETURNING display_number
   ), items AS (
     INSERT INTO tickets.ticket_items (id, ticket_id, position, product_id, product_name, qty, note)
     SELECT item.id, $1, item.position, item.product_id, item.name, item.qty, item.note
     FROM unnest($13::uuid[], $14::uuid[], $15::text[], $16::int[], $17::text[])
       WITH ORDINALITY AS item (id, product_id, name, qty, note, position)
   )
   SELECT display_number FROM ticket`,
);

type Kind = TicketOrigin['kind'];

/** Waits for deliveries, which hold the ticket's row, and keeps new ones out until it is void. */
function takeOf(kind: Kind): Sql {
  return sql(
    `tickets.take_of_${kind}`,
    `SELECT id FROM tickets.tickets WHERE ${ORIGIN_COLUMNS[kind]} = $1 AND venue_id = $2 FOR UPDATE`,
  );
}

function voidOf(kind: Kind): Sql {
  return sql(
    `tickets.void_of_${kind}`,
    `WITH ticket AS (
       SELECT t.id, t.night_id, (SELECT coalesce(sum(i.delivered_qty), 0)::int FROM tickets.ticket_items i
         WHERE i.ticket_id = t.id) AS delivered
       FROM tickets.tickets t WHERE t.${ORIGIN_COLUMNS[kind]} = $1 AND t.venue_id = $2
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
}

const TAKE: Readonly<Record<Kind, Sql>> = {
  sale: takeOf('sale'),
  redemption: takeOf('redemption'),
  entry: takeOf('entry'),
};
const VOID: Readonly<Record<Kind, Sql>> = {
  sale: voidOf('sale'),
  redemption: voidOf('redemption'),
  entry: voidOf('entry'),
};

interface VoidRow {
  id: string;
  night_id: string;
  delivered: number;
  voided: boolean;
}

const NAMED_BY = { token: 't.qr_hash = $1', legacy: 't.legacy_uuid = $1' };
const CLAIMED = `t.id AS "ticketId", t.night_id AS "nightId", t.customer_id AS "ownerId", t.voided_at IS NOT NULL AS "isVoid"`;

/** A second guest waits for the first, and then finds it theirs. */
function claimBy(kind: keyof typeof NAMED_BY): Sql {
  return sql(
    `tickets.claim_by_${kind}`,
    `WITH claimed AS (
       UPDATE tickets.tickets t SET customer_id = $3
       WHERE ${NAMED_BY[kind]} AND t.venue_id = $2 AND t.customer_id IS NULL AND t.voided_at IS NULL
       RETURNING ${CLAIMED}, true AS "isNew"
     ), logged AS (
       INSERT INTO tickets.ticket_log (id, venue_id, ticket_id, action, ip, at)
       SELECT $4, $2, "ticketId", 'claim', $5, $6 FROM claimed
     )
     SELECT * FROM claimed`,
  );
}

function ownerBy(kind: keyof typeof NAMED_BY): Sql {
  return sql(
    `tickets.owner_by_${kind}`,
    `SELECT ${CLAIMED}, false AS "isNew" FROM tickets.tickets t WHERE ${NAMED_BY[kind]} AND t.venue_id = $2`,
  );
}

const CLAIM = { token: claimBy('token'), legacy: claimBy('legacy') };
const OWNER = { token: ownerBy('token'), legacy: ownerBy('legacy') };

function originBy(kind: keyof typeof NAMED_BY): Sql {
  return sql(
    `tickets.origin_by_${kind}`,
    `SELECT t.sale_id, t.redemption_id, t.entry_id FROM tickets.tickets t WHERE ${NAMED_BY[kind]} AND t.venue_id = $2`,
  );
}

const ORIGIN = { token: originBy('token'), legacy: originBy('legacy') };

/** {@link TicketRepository} in one statement an act. */
@Injectable()
export class SqlTicketRepository extends TicketRepository {
  async add(tx: Transaction, ticket: NewTicket): Promise<number> {
    const { id, venueId, nightId, ticketType, origin, customerId, qrHash, seal, isTest, createdAt, items } = ticket;
    const of = (kind: Kind): string | null => (origin.kind === kind ? origin.id : null);
    const rows = await sqlOf(tx).rows<{ display_number: number }>(ADD, [
      ...[id, venueId, nightId, ticketType, of('sale'), of('redemption'), of('entry'), customerId],
      ...[qrHash, seal, isTest, createdAt],
      items.map((item) => item.id),
      items.map((item) => item.productId),
      items.map((item) => item.name),
      items.map((item) => item.qty),
      items.map((item) => item.note),
    ]);
    return (rows[0] as { display_number: number }).display_number;
  }

  async void(
    tx: Transaction,
    origin: TicketOrigin,
    reason: string,
    despiteDelivery: boolean,
    by: LoggedBy,
  ): Promise<VoidOutcome | undefined> {
    const { logId, venueId, barId, employeeId, deviceId, ip, at } = by;
    const [, [row]] = await together(
      sqlOf(tx).rows(TAKE[origin.kind], [origin.id, venueId]),
      // Sent along, but it looks only once the row is ours: its sum is what was really delivered.
      sqlOf(tx).rows<VoidRow>(VOID[origin.kind], [
        ...[origin.id, venueId, reason, despiteDelivery],
        ...[logId, barId, employeeId, deviceId, at, ip],
      ]),
    );
    return row && { ticketId: row.id, nightId: row.night_id, deliveredQty: row.delivered, voided: row.voided };
  }

  async originOf(tx: Transaction, lookup: ClaimLookup, venueId: string): Promise<TicketOrigin | undefined> {
    const [row] = await sqlOf(tx).rows<OriginColumns>(ORIGIN[lookup.by], [keyOf(lookup), venueId]);
    return row && originOf(row);
  }

  async claim(
    tx: Transaction,
    lookup: ClaimLookup,
    customerId: string,
    { logId, venueId, ip, at }: LoggedBy,
  ): Promise<ClaimOutcome | undefined> {
    const key = keyOf(lookup);
    const values = [key, venueId, customerId, logId, ip, at];
    const [claimed] = await sqlOf(tx).rows<ClaimOutcome>(CLAIM[lookup.by], values);
    return claimed ?? (await sqlOf(tx).rows<ClaimOutcome>(OWNER[lookup.by], [key, venueId]))[0];
  }

  publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    return writeOutbox(tx, events);
  }
}

function keyOf(lookup: ClaimLookup): Uint8Array | string {
  return lookup.by === 'token' ? lookup.hash : lookup.uuid;
}
