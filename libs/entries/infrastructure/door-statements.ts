import { Sql, sql } from '@libs/platform';

export const NIGHT = sql(
  'entries.door_night',
  `SELECT id, name, doors_open_at AS "doorsOpenAt", capacity FROM nights.nights
   WHERE venue_id = $1 AND status IN ('OPEN', 'CLOSING')`,
);

const SHOWN = `e.id, e.night_id AS "nightId", e.checked_in_at AS "checkedInAt", e.is_inside AS "isInside",
  e.voided_at IS NOT NULL OR k.voided_at IS NOT NULL AS "isVoid", k.id AS "ticketId",
  v.ticket_prefix || ' ' || k.display_number AS "displayCode", t.name AS "typeName", n.name AS "nightName",
  e.customer_id AS "customerId", c.name AS "customerName",
  (SELECT json_build_object('at', x.at, 'employeeName', w.name, 'doorName', d.name)
   FROM entries.crossings x JOIN staff.employees w ON w.id = x.employee_id LEFT JOIN staff.devices d ON d.id = x.device_id
   WHERE x.entry_id = e.id AND x.undone_at IS NULL AND x.kind <> 'undo' ORDER BY x.at DESC, x.id DESC LIMIT 1) AS last`;
const FROM = `FROM entries.entries e JOIN tickets.tickets k ON k.entry_id = e.id
  JOIN entries.entry_types t ON t.id = e.entry_type_id JOIN nights.nights n ON n.id = e.night_id
  JOIN nights.venues v ON v.id = e.venue_id LEFT JOIN customers.customers c ON c.uuid = e.customer_id
  WHERE e.venue_id = $1`;

/** The row is held in a statement of its own: who stood in line sees what the one before wrote. */
function held(name: string, condition: string): { readonly hold: Sql; readonly read: Sql } {
  return {
    hold: sql(
      `entries.hold_by_${name}`,
      `SELECT FROM entries.entries e JOIN tickets.tickets k ON k.entry_id = e.id
       WHERE e.venue_id = $1 AND ${condition} FOR NO KEY UPDATE OF e`,
    ),
    read: sql(`entries.read_by_${name}`, `SELECT ${SHOWN} ${FROM} AND ${condition}`),
  };
}
export const BY_TOKEN = held('token', 'k.qr_hash = $2');
export const BY_NUMBER = held('number', 'k.display_number = $2');

/** Of a customer: who may come in first, then who went out, then who is inside; the oldest of each. */
const ORDER = `ORDER BY e.is_inside, e.checked_in_at IS NOT NULL, e.created_at, e.number`;
const TONIGHTS = `e.customer_id = $2 AND e.voided_at IS NULL AND e.night_id = (
  SELECT id FROM nights.nights WHERE venue_id = $1 AND status IN ('OPEN', 'CLOSING'))`;
export const BY_CUSTOMER = {
  /** All of them, in the order of their ids: two doors then choose one after the other. */
  hold: sql(
    'entries.hold_by_customer',
    `SELECT FROM entries.entries e WHERE e.venue_id = $1 AND ${TONIGHTS} ORDER BY e.id FOR NO KEY UPDATE`,
  ),
  read: sql('entries.read_by_customer', `SELECT ${SHOWN} ${FROM} AND ${TONIGHTS} ${ORDER} LIMIT 1`),
};
/** In the order in which a door lets them in. */
export const OF_GUEST = sql(
  'entries.of_guest_tonight',
  `SELECT e.id, k.id AS ticket_id, v.ticket_prefix || ' ' || k.display_number AS display_code, t.name AS type_name,
     e.checked_in_at IS NOT NULL AS is_checked_in, e.is_inside
   ${FROM} AND ${TONIGHTS} ${ORDER}`,
);
export const HAS_ORDERED = sql(
  'entries.has_ordered',
  `SELECT FROM entries.orders o JOIN nights.nights n ON n.id = o.night_id
   WHERE o.venue_id = $1 AND o.customer_id = $2 AND o.status = 'PENDING' AND o.expires_at > $3
     AND n.status IN ('OPEN', 'CLOSING') LIMIT 1`,
);

/** The count is taken first: where there is no room nothing else is written. */
export const CROSS = sql(
  'entries.cross',
  `WITH counted AS (
     INSERT INTO entries.head_counts AS h (night_id, venue_id, inside)
     SELECT $1, $2, greatest($3::int, 0) WHERE ($4::int IS NULL OR $3 <= $4)
       AND ($3 > 0 OR EXISTS (SELECT FROM entries.head_counts WHERE night_id = $1))
     ON CONFLICT (night_id) DO UPDATE SET inside = h.inside + $3 WHERE $4::int IS NULL OR h.inside + $3 <= $4
     RETURNING inside
   ), moved AS (
     UPDATE entries.entries SET is_inside = $3::int > 0, checked_in_at = coalesce(checked_in_at, $5)
     FROM counted WHERE id = $6
   ), crossed AS (
     INSERT INTO entries.crossings (id, venue_id, night_id, kind, delta, entry_id, guest_id, employee_id, device_id, at)
     SELECT $7, $2, $1, $8, $3, $6, $9, $10, $11, $5 FROM counted
   ), told AS (
     INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, actor, data, occurred_at)
     SELECT $12, $13, $2, $1, $14, $15::jsonb, $16::jsonb, $5 FROM counted
   )
   SELECT inside FROM counted`,
);

export const HOLD_CROSSING = sql(
  'entries.hold_crossing',
  `SELECT x.id, x.kind, x.delta, x.night_id AS "nightId", n.status AS "nightStatus", x.entry_id AS "entryId",
     x.guest_id AS "guestId", x.undone_at IS NOT NULL AS "isUndone",
     EXISTS (SELECT FROM entries.crossings y WHERE y.undone_at IS NULL AND y.kind <> 'undo'
       AND (y.at, y.id) > (x.at, x.id) AND y.entry_id = x.entry_id) AS "isOvertaken",
     EXISTS (SELECT FROM entries.entries e JOIN sales.sales s ON s.id = e.sale_id
       WHERE e.id = x.entry_id AND s.is_cancelled) AS "isOfCancelledSale"
   FROM entries.crossings x JOIN nights.nights n ON n.id = x.night_id
   WHERE x.venue_id = $1 AND x.id = $2 FOR NO KEY UPDATE OF x`,
);
/** Doors that show the entry of a crossing wait until it is decided, and the other way round. */
export const HOLD_ENTRY_OF_CROSSING = sql(
  'entries.hold_entry_of_crossing',
  `SELECT FROM entries.entries WHERE id = (SELECT entry_id FROM entries.crossings WHERE venue_id = $1 AND id = $2)
   FOR NO KEY UPDATE`,
);
/** The same for the guest of a list, whom a door holds before it counts. */
export const HOLD_GUEST_OF_CROSSING = sql(
  'entries.hold_guest_of_crossing',
  `SELECT FROM entries.guests WHERE id = (SELECT guest_id FROM entries.crossings WHERE venue_id = $1 AND id = $2)
   FOR NO KEY UPDATE`,
);
export const UNDO = sql(
  'entries.undo_crossing',
  `WITH counted AS (
     UPDATE entries.head_counts SET inside = inside - $3::int WHERE night_id = $2 RETURNING inside
   ), undone AS (
     UPDATE entries.crossings SET undone_at = $4 WHERE id = $1
   ), moved AS (
     UPDATE entries.entries SET is_inside = $3::int < 0,
       checked_in_at = CASE WHEN $5 = 'check_in' THEN NULL ELSE checked_in_at END
     WHERE id = $6
   ), left_again AS (
     UPDATE entries.guests SET arrived = arrived - $3::int WHERE id = $7
   ), crossed AS (
     INSERT INTO entries.crossings
       (id, venue_id, night_id, kind, delta, entry_id, guest_id, undoes, reason, employee_id, device_id, at)
     VALUES ($8, $9, $2, 'undo', -$3::int, $6, $7, $1, $10, $11, $12, $4)
   )
   SELECT inside FROM counted`,
);

export const REFUSE = sql(
  'entries.refuse',
  `INSERT INTO entries.refusals (id, venue_id, night_id, reason, note, entry_id, guest_id, ticket_id, employee_id, device_id, at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
export const NOTE_AGE = sql(
  'entries.note_age',
  `INSERT INTO entries.age_checks (id, venue_id, night_id, outcome, employee_id, device_id, at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);
