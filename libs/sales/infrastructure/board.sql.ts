import { sql } from '@libs/platform';

/** Statements of the night's board. Reads may cross schemas; writes never do. */

export const TOTALS = sql(
  'sales.board_totals',
  `SELECT coalesce(sum(total_amount) FILTER (WHERE NOT is_cancelled AND NOT no_revenue), 0)::bigint AS "salesAmount",
     count(*) FILTER (WHERE NOT is_cancelled AND NOT no_revenue)::int AS "salesCount",
     count(*) FILTER (WHERE is_courtesy AND NOT is_cancelled)::int AS "courtesyCount",
     coalesce(sum(courtesy_value) FILTER (WHERE NOT is_cancelled), 0)::bigint AS "courtesyValue",
     count(*) FILTER (WHERE is_cancelled)::int AS "cancelledCount",
     coalesce(sum(total_amount) FILTER (WHERE is_cancelled), 0)::bigint AS "cancelledAmount",
     coalesce(sum(tip_amount) FILTER (WHERE NOT is_cancelled), 0)::bigint AS "tipsAmount"
   FROM sales.sales WHERE night_id = $1`,
);

export const COMPARED = sql(
  'sales.board_compared',
  `SELECT past.id, past.name, past.date::text AS date, past.opened_at AS "openedAt"
   FROM nights.nights past, nights.nights this
   WHERE this.id = $2 AND past.venue_id = $1 AND past.status = 'CLOSED' AND past.deleted_at IS NULL
     AND past.opened_at < this.opened_at
   ORDER BY (extract(isodow FROM past.date) = extract(isodow FROM this.date)) DESC, past.opened_at DESC LIMIT 1`,
);

export const SLOTS = sql(
  'sales.board_slots',
  `SELECT floor(extract(epoch FROM placed_at - $2::timestamptz) / 60 / $3)::int AS slot,
     sum(total_amount)::bigint AS amount, count(*)::int AS count
   FROM sales.sales WHERE night_id = $1 AND NOT is_cancelled AND NOT no_revenue GROUP BY 1 ORDER BY 1`,
);

export const BY_METHOD = sql(
  'sales.board_methods',
  `SELECT p.method, sum(p.amount)::bigint AS amount
   FROM sales.sales s JOIN sales.sale_payments p ON p.sale_id = s.id
   WHERE s.night_id = $1 AND NOT s.is_cancelled AND NOT s.no_revenue GROUP BY p.method ORDER BY amount DESC`,
);

/** Each register with its newest session of the night. */
export const REGISTERS = sql(
  'sales.board_registers',
  `SELECT r.id AS "registerId", s.id AS "sessionId", r.name, r.place, coalesce(s.status, 'NEVER') AS status,
     e.name AS "employeeName", sold.amount AS "salesAmount", sold.count AS "salesCount", sold.last AS "lastSaleAt",
     coalesce(s.float_amount, 0) + sold.cash + moved.cash AS "drawerCash"
   FROM sales.registers r
   LEFT JOIN LATERAL (
     SELECT * FROM sales.register_sessions WHERE register_id = r.id AND night_id = $2 ORDER BY opened_at DESC LIMIT 1
   ) s ON true
   LEFT JOIN staff.employees e ON e.id = s.employee_id
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(sale.total_amount) FILTER (WHERE NOT sale.no_revenue), 0)::bigint AS amount,
       count(*) FILTER (WHERE NOT sale.no_revenue)::int AS count, max(sale.placed_at) AS last,
       coalesce(sum(paid.cash), 0)::bigint AS cash
     FROM sales.sales sale
     LEFT JOIN LATERAL (
       SELECT sum(amount + rounding_amount) AS cash FROM sales.sale_payments WHERE sale_id = sale.id AND method = 'cash'
     ) paid ON true
     WHERE sale.register_session_id = s.id AND NOT sale.is_cancelled
   ) sold
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(CASE kind WHEN 'in' THEN amount ELSE -amount END), 0)::bigint AS cash
     FROM sales.cash_movements WHERE session_id = s.id
   ) moved
   WHERE r.venue_id = $1 AND (r.is_active OR s.id IS NOT NULL) ORDER BY r.name`,
);

export const PENDING = sql(
  'sales.board_pending',
  `SELECT count(DISTINCT t.id)::int AS tickets, coalesce(sum(i.qty - i.delivered_qty), 0)::int AS items
   FROM tickets.tickets t JOIN tickets.ticket_items i ON i.ticket_id = t.id
   WHERE t.night_id = $1 AND t.voided_at IS NULL AND NOT t.is_test AND i.delivered_qty < i.qty`,
);

export const TOP_PRODUCTS = sql(
  'sales.board_products',
  `SELECT top.product_id AS "productId", p.name, c.hue, top.qty, top.amount
   FROM (
     SELECT l.product_id, sum(l.qty)::int AS qty, sum(l.total_amount)::bigint AS amount
     FROM sales.sales s JOIN sales.sale_lines l ON l.sale_id = s.id
     WHERE s.night_id = $1 AND NOT s.is_cancelled AND NOT s.is_test GROUP BY l.product_id
     ORDER BY qty DESC, l.product_id LIMIT $2
   ) top
   JOIN catalog.products p ON p.id = top.product_id JOIN catalog.categories c ON c.id = p.category_id
   ORDER BY top.qty DESC, top.product_id`,
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
