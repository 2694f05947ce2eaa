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
