import { sql } from '@libs/platform';

/** Statements of the night's board. Reads may cross schemas; writes never do. */

export const CANCELLED = sql(
  'sales.board_cancelled',
  `SELECT count(*)::int AS count, coalesce(sum(total_amount), 0)::bigint AS amount
   FROM sales.sales WHERE night_id = $1 AND is_cancelled AND NOT is_test`,
);

export const COMPARED = sql(
  'sales.board_compared',
  `SELECT past.id, past.name, past.date::text AS date, past.opened_at AS "openedAt"
   FROM nights.nights past, nights.nights this
   WHERE this.id = $2 AND past.venue_id = $1 AND past.status = 'CLOSED' AND past.deleted_at IS NULL
     AND past.opened_at < this.opened_at
   ORDER BY (extract(isodow FROM past.date) = extract(isodow FROM this.date)) DESC, past.opened_at DESC LIMIT 1`,
);

/** Each register with its newest session of the night, and the ids of all of them. */
export const REGISTERS = sql(
  'sales.board_registers',
  `SELECT r.id AS "registerId", s.id AS "sessionId", r.name, r.place, coalesce(s.status, 'NEVER') AS status,
     e.name AS "employeeName", s.float_amount AS "floatAmount", s.counted_amount AS "countedAmount",
     moved.cash AS "movedCash", ids."sessionIds"
   FROM sales.registers r
   LEFT JOIN LATERAL (
     SELECT * FROM sales.register_sessions WHERE register_id = r.id AND night_id = $2 ORDER BY opened_at DESC LIMIT 1
   ) s ON true
   LEFT JOIN staff.employees e ON e.id = s.employee_id
   CROSS JOIN LATERAL (
     SELECT coalesce(array_agg(id), '{}') AS "sessionIds" FROM sales.register_sessions
     WHERE register_id = r.id AND night_id = $2
   ) ids
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(CASE kind WHEN 'in' THEN amount ELSE -amount END), 0)::bigint AS cash
     FROM sales.cash_movements WHERE session_id = s.id
   ) moved
   WHERE r.venue_id = $1 AND (r.is_active OR s.id IS NOT NULL) ORDER BY r.name`,
);

/** Who is logged in at a bar, the wardrobe or the door; whose session began before $2 is gone by now. */
export const ON_DUTY = sql(
  'sales.board_on_duty',
  `SELECT DISTINCT e.name AS "employeeName", s.station, b.name AS "barName"
   FROM staff.employees e
     JOIN staff.sessions s ON s.employee_id = e.id AND s.revoked_at IS NULL
     LEFT JOIN tickets.bars b ON b.id = s.bar_id
   WHERE e.venue_id = $1 AND s.station IN ('bar', 'wardrobe', 'door') AND s.created_at > $2
   ORDER BY s.station, b.name, e.name`,
);

export const PENDING = sql(
  'sales.board_pending',
  `SELECT count(DISTINCT t.id)::int AS tickets, coalesce(sum(i.qty - i.delivered_qty), 0)::int AS items
   FROM tickets.tickets t JOIN tickets.ticket_items i ON i.ticket_id = t.id
   WHERE t.night_id = $1 AND t.voided_at IS NULL AND NOT t.is_test AND i.delivered_qty < i.qty`,
);

export const PRODUCT_NAMES = sql(
  'sales.board_products',
  `SELECT p.id, p.name, c.hue FROM catalog.products p JOIN catalog.categories c ON c.id = p.category_id
   WHERE p.id = ANY ($1::uuid[])`,
);

/** What somebody should look at: refused tickets, counted stock below one package, differences, cancellations. */
export const ALERTS = sql(
  'sales.board_alerts',
  `SELECT * FROM (
     SELECT 'ticket_refused' AS kind, b.name AS about, log.reason AS code, NULL::bigint AS figure, log.at,
       coalesce(log.ticket_id, log.id) AS "subjectId"
     FROM tickets.ticket_log log LEFT JOIN tickets.bars b ON b.id = log.bar_id, nights.nights n
     WHERE log.venue_id = $1 AND log.is_fraud_attempt AND n.id = $2 AND log.at >= n.opened_at
       AND log.at <= coalesce(n.closed_at, 'infinity')
     UNION ALL
     SELECT 'low_stock', i.name || ' · ' || l.name, NULL, level.on_hand, now(), i.id
     FROM inventory.stock_levels level
     JOIN inventory.ingredients i ON i.id = level.ingredient_id AND i.is_strict AND i.is_active
     JOIN inventory.stock_locations l ON l.id = level.location_id AND l.is_active
     WHERE i.venue_id = $1 AND level.on_hand < i.package_size
       AND EXISTS (SELECT FROM sales.registers r WHERE r.location_id = l.id AND r.is_active)
     UNION ALL
     SELECT 'register_difference', r.name, NULL, s.cash_difference, s.closed_at, s.id
     FROM sales.register_sessions s JOIN sales.registers r ON r.id = s.register_id
     WHERE s.night_id = $2 AND s.cash_difference <> 0
     UNION ALL
     SELECT 'sale_cancelled', s.cancel_reason, NULL, s.total_amount, s.cancelled_at, s.id
     FROM sales.sales s WHERE s.night_id = $2 AND s.is_cancelled
   ) alert ORDER BY at DESC, "subjectId" LIMIT $3`,
);
