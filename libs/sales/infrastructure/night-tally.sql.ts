import { sql } from '@libs/platform';

/**
 * Sums of a stretch of a night, `[$2, $3)` by the moment of the sale: sales that stand. Minutes count from the
 * opening, `$4`, so that no clock change moves a sale into another slot.
 */
export const SALES = sql(
  'sales.tally_sales',
  `SELECT register_session_id AS "sessionId", floor(extract(epoch FROM placed_at - $4::timestamptz) / 60)::int AS minute,
     coalesce(sum(total_amount) FILTER (WHERE NOT no_revenue), 0)::bigint AS amount,
     count(*) FILTER (WHERE NOT no_revenue)::int AS count,
     count(*) FILTER (WHERE is_courtesy AND NOT is_test)::int AS "courtesyCount",
     coalesce(sum(courtesy_value) FILTER (WHERE NOT is_test), 0)::bigint AS "courtesyValue",
     coalesce(sum(tip_amount) FILTER (WHERE NOT is_test), 0)::bigint AS tips,
     max(placed_at) AS last
   FROM sales.sales WHERE night_id = $1 AND placed_at >= $2 AND placed_at < $3 AND NOT is_cancelled GROUP BY 1, 2`,
);

export const PAYMENTS = sql(
  'sales.tally_payments',
  `SELECT s.register_session_id AS "sessionId", p.method,
     coalesce(sum(p.amount) FILTER (WHERE NOT s.no_revenue), 0)::bigint AS amount,
     coalesce(sum(p.tendered_amount - p.change_amount) FILTER (WHERE p.method = 'cash'), 0)::bigint AS cash
   FROM sales.sales s JOIN sales.sale_payments p ON p.sale_id = s.id
   WHERE s.night_id = $1 AND s.placed_at >= $2 AND s.placed_at < $3 AND NOT s.is_cancelled GROUP BY 1, 2`,
);

export const PRODUCTS = sql(
  'sales.tally_products',
  `SELECT l.product_id AS "productId", sum(l.qty)::int AS qty,
     sum(CASE WHEN s.is_courtesy THEN 0 ELSE l.total_amount END)::bigint AS amount
   FROM sales.sales s JOIN sales.sale_lines l ON l.sale_id = s.id
   WHERE s.night_id = $1 AND s.placed_at >= $2 AND s.placed_at < $3 AND NOT s.is_cancelled AND NOT s.is_test
   GROUP BY 1`,
);

/** Changes whenever a sale of the past changes: by cancelling it, or by correcting how it was paid. */
export const REVISION = sql(
  'sales.tally_revision',
  `SELECT (SELECT count(*) FROM sales.sales WHERE night_id = $1 AND is_cancelled) || ' ' ||
     (SELECT count(*) FROM sales.payment_changes WHERE changed_at >= $2) AS revision`,
);
