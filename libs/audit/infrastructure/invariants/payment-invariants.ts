import { invariant } from './invariant';

/** Money that providers took: each charge is one sale's or one order's, or a person knows of it. */
export const PAYMENT_INVARIANTS = [
  invariant(
    'approved-payment-is-a-sale-an-order-or-flagged',
    `SELECT id, format('approved at %s, no sale, no order, no flag', final_at) AS problem FROM payments.intents
     WHERE status = 'APPROVED' AND taken_at IS NULL AND flag IS NULL AND refunded_amount < amount
       AND final_at < now() - interval '10 minutes'`,
  ),
  invariant(
    'taken-payment-stands-in-its-sale',
    `SELECT i.id, format('taken by sale %s: %s payments of %s, charged %s', i.sale_id, count(p.id), sum(p.amount), i.amount)
       AS problem
     FROM payments.intents i
     LEFT JOIN sales.sale_payments p ON p.payment_intent_id = i.id AND p.sale_id = i.sale_id
     WHERE i.taken_at IS NOT NULL AND i.sale_id IS NOT NULL
     GROUP BY i.id HAVING count(p.id) <> 1 OR sum(p.amount) <> i.amount`,
  ),
  invariant(
    'taken-payment-stands-in-its-top-up',
    `SELECT i.id, format('taken by top-up %s: it is %s of %s, charged %s', i.order_id, coalesce(t.status, 'unknown'),
       t.amount, i.amount) AS problem
     FROM payments.intents i LEFT JOIN wallet.top_ups t ON t.id = i.order_id AND t.customer_id = i.customer_id
     WHERE i.taken_at IS NOT NULL AND i.order_kind = 'top_up'
       AND (t.status = 'PAID' AND t.amount = i.amount) IS NOT TRUE`,
  ),
  invariant(
    'paid-top-up-has-its-money',
    `SELECT t.id, format('%s pesos by %s, credited %s', t.amount, t.means, e.amount) AS problem
     FROM wallet.top_ups t
     LEFT JOIN wallet.transfers w ON w.id = t.transfer_id AND w.kind = 'top_up' AND w.reference_id = t.id
     LEFT JOIN wallet.entries e ON e.transfer_id = w.id AND e.sequence IS NOT NULL
     LEFT JOIN sales.cash_movements m ON m.id = t.cash_movement_id AND m.session_id = t.register_session_id
       AND m.kind = 'in' AND m.amount = t.amount
     WHERE t.status = 'PAID' AND (e.amount IS DISTINCT FROM t.amount
       OR (t.means = 'cash' AND m.id IS NULL)
       OR (t.means <> 'cash' AND NOT EXISTS (SELECT FROM payments.intents i
         WHERE i.order_kind = 'top_up' AND i.order_id = t.id AND i.taken_at IS NOT NULL)))`,
  ),
  invariant(
    'card-payment-of-a-sale-was-approved',
    `SELECT p.id, format('intent %s is %s', p.payment_intent_id, coalesce(i.status, 'unknown')) AS problem
     FROM sales.sale_payments p LEFT JOIN payments.intents i ON i.id = p.payment_intent_id
     WHERE p.payment_intent_id IS NOT NULL AND (i.status IS DISTINCT FROM 'APPROVED' OR i.taken_at IS NULL)`,
  ),
  invariant(
    'wallet-payment-of-a-sale-left-the-wallet',
    `SELECT coalesce(p.sale_id, w.sale_id) AS id,
       format('sale says %s, the wallet %s', coalesce(p.amount, 0), coalesce(w.amount, 0)) AS problem
     FROM (SELECT sale_id, sum(amount) AS amount FROM sales.sale_payments WHERE method = 'wallet' GROUP BY sale_id) p
     FULL JOIN (
       SELECT t.reference_id AS sale_id, -e.amount AS amount
       FROM wallet.transfers t JOIN wallet.entries e ON e.transfer_id = t.id AND e.sequence IS NOT NULL
       WHERE t.kind = 'payment' AND t.reference_kind = 'sale'
     ) w ON w.sale_id = p.sale_id
     WHERE p.amount IS DISTINCT FROM w.amount`,
  ),
  invariant(
    'cancelled-sale-is-back-in-the-wallet',
    `SELECT s.id, format('paid %s, back %s', -paid.amount, coalesce(back.amount, 0)) AS problem
     FROM wallet.transfers t
     JOIN wallet.entries paid ON paid.transfer_id = t.id AND paid.sequence IS NOT NULL
     JOIN sales.sales s ON s.id = t.reference_id
     CROSS JOIN LATERAL (
       SELECT sum(e.amount) AS amount, bool_or(r.kind = 'reversal') AS is_reversed
       FROM wallet.transfers r JOIN wallet.entries e ON e.transfer_id = r.id AND e.sequence IS NOT NULL
       WHERE r.returns_of = t.id
     ) back
     WHERE t.kind = 'payment' AND t.reference_kind = 'sale'
       AND CASE WHEN s.is_cancelled THEN coalesce(back.amount, 0) <> -paid.amount ELSE coalesce(back.is_reversed, false) END`,
  ),
  invariant(
    'refunds-never-exceed-the-payment',
    `SELECT i.id, format('refunds %s, recorded %s, paid %s', coalesce(sum(f.amount), 0), i.refunded_amount, i.amount)
       AS problem
     FROM payments.intents i LEFT JOIN payments.refunds f ON f.intent_id = i.id AND f.status <> 'REFUSED'
     GROUP BY i.id
     HAVING coalesce(sum(f.amount), 0) <> i.refunded_amount OR i.refunded_amount > i.amount`,
  ),
  invariant(
    'payment-history-ends-in-its-state',
    `SELECT i.id, format('history ends in %s, state is %s', l.to_status, i.status) AS problem
     FROM payments.intents i
     LEFT JOIN LATERAL (
       SELECT to_status FROM payments.intent_log WHERE intent_id = i.id ORDER BY position DESC LIMIT 1
     ) l ON true
     WHERE l.to_status IS DISTINCT FROM i.status`,
  ),
];
