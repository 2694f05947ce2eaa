import { invariant } from './invariant';

/** Sales, what was paid for them, and the drawers the money lies in. */
export const SALES_INVARIANTS = [
  invariant(
    'payments-sum-to-total',
    `SELECT s.id, format('payments %s, total %s', coalesce(sum(p.amount), 0), s.total_amount) AS problem
     FROM sales.sales s LEFT JOIN sales.sale_payments p ON p.sale_id = s.id
     GROUP BY s.id HAVING coalesce(sum(p.amount), 0) <> s.total_amount`,
  ),
  invariant(
    'lines-sum-to-total',
    `SELECT s.id, format('lines %s, total %s, courtesy %s', coalesce(sum(l.total_amount), 0), s.total_amount,
       s.courtesy_value) AS problem
     FROM sales.sales s LEFT JOIN sales.sale_lines l ON l.sale_id = s.id
     GROUP BY s.id
     HAVING coalesce(sum(l.total_amount), 0) <> CASE WHEN s.is_courtesy THEN s.courtesy_value ELSE s.total_amount END`,
  ),
  invariant(
    'tax-inside-total',
    `SELECT id, format('tax %s of total %s', iva_amount, total_amount) AS problem FROM sales.sales
     WHERE iva_amount <> total_amount - round(total_amount / 1.19)`,
  ),
  invariant(
    'cash-handed-over-is-amount-rounding-and-change',
    `SELECT id, format('%s: tendered %s, amount %s, rounding %s, change %s', method, tendered_amount, amount,
       rounding_amount, change_amount) AS problem
     FROM sales.sale_payments
     WHERE CASE WHEN method = 'cash' THEN tendered_amount IS DISTINCT FROM amount + rounding_amount + change_amount
       ELSE tendered_amount IS NOT NULL OR change_amount <> 0 OR rounding_amount <> 0 END`,
  ),
  invariant(
    'cash-is-rounded-to-tens',
    `SELECT s.id, format('cash %s, rounding %s, recorded %s', coalesce(sum(p.amount), 0), coalesce(sum(p.rounding_amount), 0),
       s.cash_rounding) AS problem
     FROM sales.sales s LEFT JOIN sales.sale_payments p ON p.sale_id = s.id AND p.method = 'cash'
     GROUP BY s.id
     HAVING coalesce(sum(p.rounding_amount), 0) <> s.cash_rounding
       OR coalesce(sum(p.amount + p.rounding_amount), 0) % 10 <> 0`,
  ),
  invariant(
    'sale-within-its-session',
    `SELECT s.id, format('placed %s, session %s to %s', s.placed_at, r.opened_at, r.closed_at) AS problem
     FROM sales.sales s JOIN sales.register_sessions r ON r.id = s.register_session_id
     WHERE s.placed_at < r.opened_at OR s.placed_at > r.closed_at OR s.cancelled_at > r.closed_at`,
  ),
  invariant(
    'sale-of-its-sessions-night',
    `SELECT s.id, format('night %s, of the session %s', s.night_id, r.night_id) AS problem
     FROM sales.sales s
     JOIN sales.register_sessions r ON r.id = s.register_session_id
     JOIN nights.nights n ON n.id = r.night_id
     WHERE s.night_id <> r.night_id OR s.venue_id <> r.venue_id OR s.venue_id <> n.venue_id`,
  ),
  invariant(
    'close-is-float-cash-and-movements',
    `SELECT s.id, format('expected %s, recorded %s', actual.cash, s.expected_cash) AS problem
     FROM sales.register_sessions s
     CROSS JOIN LATERAL (
       SELECT s.float_amount
         + coalesce((SELECT sum(p.tendered_amount - p.change_amount) FROM sales.sales sale
             JOIN sales.sale_payments p ON p.sale_id = sale.id AND p.method = 'cash'
             WHERE sale.register_session_id = s.id AND NOT sale.is_cancelled), 0)
         + coalesce((SELECT sum(CASE m.kind WHEN 'in' THEN m.amount ELSE -m.amount END) FROM sales.cash_movements m
             WHERE m.session_id = s.id), 0) AS cash
     ) actual
     WHERE s.status = 'CLOSED' AND s.expected_cash IS DISTINCT FROM actual.cash`,
  ),
  invariant(
    'close-difference-is-counted-less-expected',
    `SELECT id, format('counted %s, expected %s, difference %s', counted_amount, expected_cash, cash_difference) AS problem
     FROM sales.register_sessions
     WHERE status = 'CLOSED' AND cash_difference IS DISTINCT FROM counted_amount - expected_cash`,
  ),
  invariant(
    'one-open-session-a-register',
    `SELECT register_id AS id, format('%s sessions are open', count(*)) AS problem FROM sales.register_sessions
     WHERE status <> 'CLOSED' GROUP BY register_id HAVING count(*) > 1`,
  ),
  invariant(
    'one-open-night-a-venue',
    `SELECT venue_id AS id, format('%s nights are on', count(*)) AS problem FROM nights.nights
     WHERE status IN ('OPEN', 'CLOSING') GROUP BY venue_id HAVING count(*) > 1`,
  ),
  invariant(
    'closed-night-has-no-open-session',
    `SELECT s.id, format('session is %s, its night %s', s.status, n.id) AS problem
     FROM sales.register_sessions s JOIN nights.nights n ON n.id = s.night_id
     WHERE n.status = 'CLOSED' AND s.status <> 'CLOSED'`,
  ),
];
