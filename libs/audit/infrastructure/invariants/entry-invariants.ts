import { invariant } from './invariant';

/** Who may come in, and who did. */
export const ENTRY_INVARIANTS = [
  invariant(
    'entries-taken-are-those-sold-and-held',
    `SELECT t.id, format('taken %s of %s, sold %s, held %s', t.taken, t.capacity, s.sold, h.held) AS problem
     FROM entries.entry_types t
     CROSS JOIN LATERAL (
       SELECT count(*) AS sold FROM entries.entries e WHERE e.entry_type_id = t.id AND e.voided_at IS NULL
     ) s
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(l.qty), 0) AS held FROM entries.order_lines l JOIN entries.orders o ON o.id = l.order_id
       WHERE l.entry_type_id = t.id AND o.status = 'PENDING'
     ) h
     WHERE t.taken <> s.sold + h.held OR t.taken > t.capacity`,
  ),
  invariant(
    'entry-has-one-ticket',
    `SELECT e.id, format('%s tickets, void: %s, entry void: %s', count(k.id), bool_or(k.voided_at IS NOT NULL),
       e.voided_at IS NOT NULL) AS problem
     FROM entries.entries e LEFT JOIN tickets.tickets k ON k.entry_id = e.id
       AND k.ticket_type = 'entry' AND k.venue_id = e.venue_id AND k.night_id = e.night_id
     GROUP BY e.id
     HAVING count(k.id) <> 1 OR bool_or(k.voided_at IS NOT NULL) <> (e.voided_at IS NOT NULL)`,
  ),
  invariant(
    'entry-and-its-ticket-have-one-owner',
    `SELECT e.id, format('entry of %s, ticket of %s', coalesce(e.customer_id::text, 'nobody'),
       coalesce(k.customer_id::text, 'nobody')) AS problem
     FROM entries.entries e JOIN tickets.tickets k ON k.entry_id = e.id
     WHERE k.customer_id IS DISTINCT FROM e.customer_id`,
  ),
  invariant(
    'entry-ticket-has-its-entry',
    `SELECT k.id, format('no entry %s', k.entry_id) AS problem FROM tickets.tickets k
     WHERE k.entry_id IS NOT NULL AND NOT EXISTS (SELECT FROM entries.entries e WHERE e.id = k.entry_id)`,
  ),
  invariant(
    'paid-order-has-its-entries',
    `SELECT o.id, format('%s: ordered %s for %s, made %s', o.status, l.qty, l.total, made.n) AS problem
     FROM entries.orders o
     CROSS JOIN LATERAL (
       SELECT sum(qty) AS qty, sum(qty * unit_price) AS total FROM entries.order_lines WHERE order_id = o.id
     ) l
     CROSS JOIN LATERAL (
       SELECT count(*) AS n FROM entries.entries e WHERE e.order_id = o.id AND e.given_from IS NULL
     ) made
     WHERE l.total <> o.total_amount OR made.n <> CASE WHEN o.paid_at IS NULL THEN 0 ELSE l.qty END`,
  ),
  invariant(
    'order-by-wallet-was-paid-from-it',
    `SELECT o.id, format('total %s, transfer %s moved %s', o.total_amount, o.payment_id, e.amount) AS problem
     FROM entries.orders o
     LEFT JOIN wallet.transfers t ON t.id = o.payment_id AND t.kind = 'payment' AND t.reference_id = o.id
     LEFT JOIN wallet.entries e ON e.transfer_id = t.id AND e.sequence IS NOT NULL
     WHERE o.pay = 'wallet' AND o.paid_at IS NOT NULL AND e.amount IS DISTINCT FROM -o.total_amount::bigint`,
  ),
  invariant(
    'order-paid-on-a-page-was-charged',
    `SELECT o.id, format('total %s, payment %s: %s of %s', o.total_amount, o.payment_id, i.status, i.amount) AS problem
     FROM entries.orders o
     LEFT JOIN payments.intents i ON i.id = o.payment_id AND i.order_id = o.id AND i.taken_at IS NOT NULL
     WHERE o.pay = 'online' AND o.paid_at IS NOT NULL AND i.amount IS DISTINCT FROM o.total_amount`,
  ),
  invariant(
    'page-payment-taken-stands-in-its-order',
    `SELECT i.id, format('taken for order %s', i.order_id) AS problem FROM payments.intents i
     WHERE i.order_kind = 'entry_order' AND i.taken_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM entries.orders o WHERE o.id = i.order_id AND o.payment_id = i.id AND o.paid_at IS NOT NULL)`,
  ),
  invariant(
    'refunds-of-entries-never-exceed-the-order',
    `SELECT o.id, format('refunded %s of %s', sum(r.amount + r.fee), o.total_amount) AS problem
     FROM entries.orders o JOIN entries.refunds r ON r.order_id = o.id
     GROUP BY o.id HAVING sum(r.amount + r.fee) > o.total_amount`,
  ),
  invariant(
    'refund-to-the-card-was-asked-for',
    `SELECT o.id, format('to the card %s, asked for %s', due.amount, asked.amount) AS problem
     FROM entries.orders o
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(amount), 0) AS amount FROM entries.refunds WHERE order_id = o.id AND goes_to = 'original'
     ) due
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(amount), 0) AS amount FROM payments.refunds WHERE intent_id = o.payment_id
     ) asked
     WHERE o.pay = 'online' AND o.paid_at IS NOT NULL AND due.amount <> asked.amount`,
  ),
  invariant(
    'refund-to-the-wallet-came-there',
    `SELECT r.id, format('%s pesos of order %s, moved %s', r.amount, r.order_id, e.amount) AS problem
     FROM entries.refunds r JOIN entries.orders o ON o.id = r.order_id
     LEFT JOIN wallet.transfers t ON t.reference_id = r.id AND t.kind = CASE o.pay WHEN 'wallet' THEN 'refund' ELSE 'top_up' END
     LEFT JOIN wallet.entries e ON e.transfer_id = t.id AND e.sequence IS NOT NULL
     WHERE r.amount > 0 AND (r.goes_to = 'wallet' OR o.pay = 'wallet') AND e.amount IS DISTINCT FROM r.amount::bigint`,
  ),
  invariant(
    'refund-that-a-card-refused-came-to-the-wallet',
    `SELECT p.id, format('%s pesos of order %s, moved %s', p.amount, i.order_id, e.amount) AS problem
     FROM payments.refunds p
     JOIN payments.intents i ON i.id = p.intent_id AND i.order_kind = 'entry_order' AND i.taken_at IS NOT NULL
     LEFT JOIN wallet.transfers t ON t.reference_id = p.id AND t.kind = 'top_up'
     LEFT JOIN wallet.entries e ON e.transfer_id = t.id AND e.sequence IS NOT NULL
     WHERE p.status = 'REFUSED' AND e.amount IS DISTINCT FROM p.amount::bigint`,
  ),
  invariant(
    'head-count-is-the-sum-of-crossings',
    `SELECT coalesce(c.night_id, h.night_id) AS id, format('inside %s, crossed %s', h.inside, c.crossed) AS problem
     FROM (SELECT night_id, sum(delta) AS crossed FROM entries.crossings GROUP BY night_id) c
     FULL JOIN entries.head_counts h USING (night_id)
     WHERE coalesce(h.inside, 0) <> coalesce(c.crossed, 0)`,
  ),
  invariant(
    'entry-was-checked-in-once',
    `SELECT e.id, format('checked in at %s, inside: %s; check-ins %s, crossed %s', e.checked_in_at, e.is_inside,
       count(c.id) FILTER (WHERE c.kind = 'check_in' AND c.undone_at IS NULL), coalesce(sum(c.delta), 0)) AS problem
     FROM entries.entries e LEFT JOIN entries.crossings c ON c.entry_id = e.id
     GROUP BY e.id
     HAVING count(c.id) FILTER (WHERE c.kind = 'check_in' AND c.undone_at IS NULL) <> (e.checked_in_at IS NOT NULL)::int
       OR coalesce(sum(c.delta), 0) <> e.is_inside::int`,
  ),
  invariant(
    'cancelled-sale-lets-nobody-in',
    `SELECT e.id, format('good and unused, of the cancelled sale %s', e.sale_id) AS problem
     FROM entries.entries e JOIN sales.sales s ON s.id = e.sale_id
     WHERE s.is_cancelled AND e.voided_at IS NULL AND e.checked_in_at IS NULL`,
  ),
  invariant(
    'guests-who-came-are-those-counted',
    `SELECT g.id, format('arrived %s of %s, crossed %s', g.arrived, g.plus + 1, coalesce(sum(c.delta), 0)) AS problem
     FROM entries.guests g LEFT JOIN entries.crossings c ON c.guest_id = g.id
     GROUP BY g.id HAVING coalesce(sum(c.delta), 0) <> g.arrived`,
  ),
];
