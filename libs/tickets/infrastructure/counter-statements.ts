import { Sql, sql } from '@libs/platform';
import { itemsJson, lastPressJson, TICKET_COLUMNS } from './ticket-rows';

const SCAN_BY = {
  token: 't.qr_hash = $1',
  legacy: 't.legacy_uuid = $1',
  // A number is easily guessed: it names tickets of the own venue only.
  number: 't.display_number = $1 AND t.venue_id = $3',
};

/** Look-up and log entry in one; the entry is written whether a ticket was found or not. */
function scanBy(kind: keyof typeof SCAN_BY): Sql {
  return sql(
    `tickets.scan_by_${kind}`,
    `WITH seen AS MATERIALIZED (
       SELECT * FROM tickets.tickets t WHERE ${SCAN_BY[kind]}
     ), logged AS (
       INSERT INTO tickets.ticket_log (id, venue_id, ticket_id, action, bar_id, employee_id, device_id, ip, at)
       SELECT $2, $3, (SELECT id FROM seen), 'scan', $4, $5, $6, $7, $8
     )
     SELECT ${TICKET_COLUMNS}, ${itemsJson()}, ${lastPressJson('d.ticket_id = t.id')} FROM seen t`,
  );
}

export const SCAN: Readonly<Record<keyof typeof SCAN_BY, Sql>> = {
  token: scanBy('token'),
  legacy: scanBy('legacy'),
  number: scanBy('number'),
};

/** The night that is on. A guest without anything left is logged as well, without a ticket. */
export const SCAN_GUEST = sql(
  'tickets.scan_guest',
  `WITH seen AS MATERIALIZED (
     SELECT t.* FROM tickets.tickets t JOIN nights.nights n ON n.id = t.night_id
     WHERE t.customer_id = $1 AND t.venue_id = $3 AND t.ticket_type = 'delivery' AND t.voided_at IS NULL
       AND n.status IN ('OPEN', 'CLOSING')
       AND EXISTS (SELECT FROM tickets.ticket_items i WHERE i.ticket_id = t.id AND i.delivered_qty < i.qty)
   ), logged AS (
     INSERT INTO tickets.ticket_log (id, venue_id, ticket_id, action, bar_id, employee_id, device_id, ip, at)
     SELECT CASE WHEN row_number() OVER () = 1 THEN $2::uuid ELSE gen_random_uuid() END, $3, seen.id, 'scan', $4, $5, $6, $7, $8
     FROM (SELECT 1) AS one LEFT JOIN seen ON true
   )
   SELECT ${TICKET_COLUMNS}, ${itemsJson()} FROM seen t ORDER BY t.created_at, t.id`,
);

export const REFUSE = sql(
  'tickets.refuse',
  `WITH counted AS (
     UPDATE tickets.tickets SET refused_count = refused_count + 1 WHERE id = $1 AND $3::boolean
   )
   INSERT INTO tickets.ticket_log
     (id, venue_id, ticket_id, action, reason, is_fraud_attempt, note, bar_id, employee_id, device_id, ip, at)
   VALUES ($5, $6, $1, 'refuse', $2, $3, $4, $7, $8, $9, $10, $11)`,
);

/**
 * The ticket's row is locked first: presses, undos and cancellations of one ticket stand in line there, so items need
 * no order of their own. An item changed by the press before is looked at again in its newest version, and then has
 * enough left or is not taken. The caller rolls back when fewer were taken than asked for.
 */
export const PRESS = sql(
  'tickets.press',
  `WITH ticket AS MATERIALIZED (
     SELECT * FROM tickets.tickets WHERE id = $1 AND venue_id = $2 FOR NO KEY UPDATE
   ), bar AS MATERIALIZED (
     SELECT id, name FROM tickets.bars WHERE id = $3 AND venue_id = $2 AND is_active
   ), taken AS (
     UPDATE tickets.ticket_items i SET delivered_qty = i.delivered_qty + asked.qty
     FROM ticket, bar, unnest($4::uuid[], $5::uuid[], $6::int[]) AS asked (delivery_id, item_id, qty)
     WHERE i.id = asked.item_id AND i.ticket_id = ticket.id AND ticket.voided_at IS NULL
       AND i.delivered_qty + asked.qty <= i.qty
     RETURNING i.id, i.delivered_qty, i.product_name, asked.qty, asked.delivery_id
   ), handed_over AS (
     INSERT INTO tickets.deliveries
       (id, ticket_id, item_id, press_id, qty, bar_id, employee_id, device_id, delivered_at)
     SELECT taken.delivery_id, $1, taken.id, $7, taken.qty, $3, $8, $9, $10 FROM taken
   ), logged AS (
     INSERT INTO tickets.ticket_log (id, venue_id, ticket_id, action, bar_id, employee_id, device_id, ip, at)
     SELECT $11, $2, $1, 'deliver', $3, $8, $9, $12, $10 WHERE EXISTS (SELECT FROM taken)
   ), told AS (
     INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, actor, data, occurred_at)
     SELECT $13, 'tickets.delivered', $2, ticket.night_id, $1, $14::jsonb, jsonb_build_object(
       'press_id', $7::uuid, 'bar_id', bar.id, 'bar', bar.name, 'sale_id', ticket.sale_id, 'customer_id', ticket.customer_id,
       'redemption_id', ticket.redemption_id,
       'items', (SELECT jsonb_agg(jsonb_build_object('item_id', taken.id, 'name', taken.product_name, 'qty', taken.qty))
                 FROM taken)), $10
     FROM ticket, bar WHERE EXISTS (SELECT FROM taken)
   )
   SELECT ${TICKET_COLUMNS}, (SELECT name FROM bar) AS bar_name, (SELECT count(*) FROM taken)::int AS taken,
     ${itemsJson('coalesce(taken.delivered_qty, i.delivered_qty)', 'LEFT JOIN taken ON taken.id = i.id')}
   FROM ticket t`,
);

/** Of this bar, or of this person when they work at no bar: see mayUndo. */
export const UNDO = sql(
  'tickets.undo',
  `WITH ticket AS MATERIALIZED (
     SELECT * FROM tickets.tickets WHERE id = $1 AND venue_id = $2 FOR NO KEY UPDATE
   ), undone AS (
     UPDATE tickets.deliveries d SET undone_at = $5 FROM ticket
     WHERE d.press_id = $3 AND d.ticket_id = ticket.id AND ticket.voided_at IS NULL
       AND d.undone_at IS NULL AND d.delivered_at >= $4
       AND CASE WHEN $6::uuid IS NULL THEN d.employee_id = $7 ELSE d.bar_id = $6 END
     RETURNING d.item_id, d.qty, d.bar_id
   ), given_back AS (
     UPDATE tickets.ticket_items i SET delivered_qty = i.delivered_qty - undone.qty
     FROM undone WHERE i.id = undone.item_id
     RETURNING i.id, i.delivered_qty, i.product_name, undone.qty
   ), logged AS (
     INSERT INTO tickets.ticket_log (id, venue_id, ticket_id, action, bar_id, employee_id, device_id, ip, at)
     SELECT $8, $2, $1, 'undo', (SELECT bar_id FROM undone LIMIT 1), $7, $9, $10, $5 WHERE EXISTS (SELECT FROM undone)
   ), told AS (
     INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, actor, data, occurred_at)
     SELECT $11, 'tickets.undone', $2, ticket.night_id, $1, $12::jsonb, jsonb_build_object(
       'customer_id', ticket.customer_id, 'press_id', $3::uuid, 'bar_id', (SELECT bar_id FROM undone LIMIT 1),
       'items', (SELECT jsonb_agg(jsonb_build_object('item_id', b.id, 'name', b.product_name, 'qty', b.qty))
                 FROM given_back b)), $5
     FROM ticket WHERE EXISTS (SELECT FROM undone)
   )
   SELECT ${TICKET_COLUMNS}, (SELECT count(*) FROM undone)::int AS undone,
     ${itemsJson('coalesce(b.delivered_qty, i.delivered_qty)', 'LEFT JOIN given_back b ON b.id = i.id')}
   FROM ticket t`,
);

export const PRESS_FACTS = sql(
  'tickets.press_facts',
  `SELECT bar_id, employee_id, delivered_at, undone_at IS NOT NULL AS is_undone
   FROM tickets.deliveries WHERE press_id = $1 AND ticket_id = $2 LIMIT 1`,
);

export const LAST_PRESS_ON = sql(
  'tickets.last_press_on',
  `SELECT ${lastPressJson('d.ticket_id = $1 AND d.item_id = ANY ($2::uuid[])')}`,
);

export const LOCK = sql(
  'tickets.lock',
  'SELECT FROM tickets.tickets WHERE id = $1 AND venue_id = $2 FOR NO KEY UPDATE',
);

export const READ = sql(
  'tickets.read',
  `SELECT ${TICKET_COLUMNS}, ${itemsJson()} FROM tickets.tickets t WHERE t.id = $1 AND t.venue_id = $2`,
);

export const ALLOW = sql(
  'tickets.allow',
  `WITH allowed AS (
     UPDATE tickets.tickets SET allowed_until = $2, allowed_by = $7 WHERE id = $1 AND venue_id = $5
   )
   INSERT INTO tickets.ticket_log (id, venue_id, ticket_id, action, note, bar_id, employee_id, device_id, ip, at)
   VALUES ($4, $5, $1, 'allow', $3, $6, $7, $8, $9, $10)`,
);

export const COUNT_PRINT = sql(
  'tickets.count_print',
  `WITH counted AS (
     UPDATE tickets.tickets SET print_count = print_count + 1 WHERE id = $1 AND venue_id = $4
   )
   INSERT INTO tickets.ticket_log (id, venue_id, ticket_id, action, bar_id, employee_id, device_id, ip, at)
   VALUES ($3, $4, $1, $2, $5, $6, $7, $8, $9)`,
);
