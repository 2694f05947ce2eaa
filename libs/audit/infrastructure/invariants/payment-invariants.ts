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
