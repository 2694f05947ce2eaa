import { sql } from '@libs/platform';

export const DISPLAY_CODE = `v.ticket_prefix || ' ' || t.display_number`;

export const STATUS = `CASE WHEN t.voided_at IS NOT NULL THEN 'VOID'
  WHEN sums.delivered = 0 THEN 'OPEN' WHEN sums.delivered < sums.qty THEN 'PARTIAL' ELSE 'DELIVERED' END`;

export const SUMS = `CROSS JOIN LATERAL (
  SELECT coalesce(sum(i.qty), 0)::int AS qty, coalesce(sum(i.delivered_qty), 0)::int AS delivered
  FROM tickets.ticket_items i WHERE i.ticket_id = t.id) sums`;

/** @param first the number of the first of status, digits, cursor's time, cursor's id, limit */
function list(condition: string, first: number): string {
  const [status, digits, at, id, limit] = Array.from({ length: 5 }, (_, n) => `$${first + n}`);
  return `SELECT t.id, ${DISPLAY_CODE} AS display_code, ${STATUS} AS status, t.ticket_type, t.created_at, t.sale_id,
       t.redemption_id, t.entry_id, t.is_test,
       CASE WHEN t.voided_at IS NULL THEN sums.qty - sums.delivered ELSE 0 END AS items_left
     FROM tickets.tickets t JOIN nights.venues v ON v.id = t.venue_id ${SUMS}
     WHERE t.venue_id = $1 ${condition}
       AND (${digits}::text IS NULL OR t.display_number::text LIKE ${digits}::text || '%')
       AND (${status}::text IS NULL OR ${STATUS} = ${status})
       AND (${at}::timestamptz IS NULL OR (t.created_at, t.id) < (${at}::timestamptz, ${id}::uuid))
     ORDER BY t.created_at DESC, t.id DESC LIMIT ${limit}::int`;
}

export const TICKETS = sql('tickets.list', list('', 2));
export const TICKETS_OF_NIGHT = sql('tickets.list_of_night', list('AND t.night_id = $2', 3));

export const TICKET = sql(
  'tickets.detail',
  `SELECT t.id, ${DISPLAY_CODE} AS display_code, t.ticket_type, ${STATUS} AS status, t.is_test, t.created_at, t.sale_id,
     t.redemption_id, t.entry_id,
     t.print_count, (SELECT coalesce(json_agg(json_build_object('id', i.id, 'name', i.product_name, 'note', i.note, 'qty', i.qty,
       'delivered_qty', i.delivered_qty, 'left_qty', i.qty - i.delivered_qty) ORDER BY i.position), '[]')
     FROM tickets.ticket_items i WHERE i.ticket_id = t.id) AS items
   FROM tickets.tickets t JOIN nights.venues v ON v.id = t.venue_id ${SUMS}
   WHERE t.venue_id = $1 AND t.id = $2`,
);

/** Another venue's vain scan of the ticket is in that venue's log, and none of this one's business. */
export const TICKET_LOG = sql(
  'tickets.log_of_ticket',
  `SELECT l.action, l.reason, l.note, b.name AS bar_name, e.name AS employee_name, d.name AS device_name,
     host(l.ip) AS ip, l.at
   FROM tickets.ticket_log l
     LEFT JOIN tickets.bars b ON b.id = l.bar_id
     LEFT JOIN staff.employees e ON e.id = l.employee_id
     LEFT JOIN staff.devices d ON d.id = l.device_id
   WHERE l.ticket_id = $2 AND l.venue_id = $1 ORDER BY l.at, l.id`,
);

export const RECENT = sql(
  'tickets.recent',
  `SELECT p.press_id, p.ticket_id, ${DISPLAY_CODE} AS display_code, p.items, e.name AS employee_name,
     p.delivered_at AS at, p.undone_at
   FROM (
     SELECT d.press_id, d.ticket_id, d.employee_id, d.delivered_at, max(d.undone_at) AS undone_at,
       json_agg(json_build_object('name', i.product_name, 'qty', d.qty) ORDER BY i.position) AS items
     FROM tickets.bars b
       CROSS JOIN LATERAL (
         SELECT * FROM tickets.deliveries d WHERE d.bar_id = b.id AND d.delivered_at >= coalesce(
           (SELECT max(n.opened_at) FROM nights.nights n WHERE n.venue_id = b.venue_id), '-infinity')
         ORDER BY d.delivered_at DESC LIMIT 3000
       ) d
       JOIN tickets.ticket_items i ON i.id = d.item_id
     WHERE b.venue_id = $1 AND ($2::uuid IS NULL OR b.id = $2)
     GROUP BY d.press_id, d.ticket_id, d.employee_id, d.delivered_at
     ORDER BY d.delivered_at DESC, d.press_id DESC LIMIT 30
   ) p
     JOIN tickets.tickets t ON t.id = p.ticket_id
     JOIN nights.venues v ON v.id = t.venue_id
     JOIN staff.employees e ON e.id = p.employee_id
   ORDER BY p.delivered_at DESC, p.press_id DESC`,
);

/** A ticket of another venue stays unnamed: that it exists is that venue's business. */
export const REFUSALS = sql(
  'tickets.refusals',
  `SELECT l.id, t.id AS ticket_id, coalesce(${DISPLAY_CODE}, l.note) AS display_code, l.reason, b.name AS bar_name,
     e.name AS employee_name, l.at,
     coalesce(l.reason IN ('ticket.too_old', 'ticket.too_many_attempts') AND t.voided_at IS NULL
       AND (t.allowed_until IS NULL OR t.allowed_until <= $3)
       AND EXISTS (SELECT FROM tickets.ticket_items i WHERE i.ticket_id = t.id AND i.delivered_qty < i.qty),
       false) AS can_be_allowed
   FROM tickets.ticket_log l
     LEFT JOIN tickets.tickets t ON t.id = l.ticket_id AND t.venue_id = l.venue_id
     LEFT JOIN nights.venues v ON v.id = t.venue_id
     LEFT JOIN tickets.bars b ON b.id = l.bar_id
     LEFT JOIN staff.employees e ON e.id = l.employee_id
   WHERE l.venue_id = $1 AND l.is_fraud_attempt
     AND ($2::uuid IS NULL OR EXISTS (SELECT FROM nights.nights n WHERE n.id = $2 AND n.venue_id = $1
       AND l.at >= n.opened_at AND l.at <= coalesce(n.closed_at, 'infinity')))
     AND ($4::timestamptz IS NULL OR (l.at, l.id) < ($4::timestamptz, $5::uuid))
   ORDER BY l.at DESC, l.id DESC LIMIT $6::int`,
);
