import { invariant } from './invariant';

/** What happens once: an act per key, an item per press, and a ticket that lives and dies with its sale. */
export const ONCE_INVARIANTS = [
  invariant(
    'one-answer-a-key',
    `SELECT caller_id AS id, format('key %s was answered %s times', key, count(*)) AS problem
     FROM platform.idempotency_keys GROUP BY caller_id, key HAVING count(*) > 1`,
  ),
  invariant(
    'one-delivery-a-press-and-item',
    `SELECT item_id AS id, format('press %s delivered it %s times', press_id, count(*)) AS problem
     FROM tickets.deliveries GROUP BY press_id, item_id HAVING count(*) > 1`,
  ),
  invariant(
    'ticket-is-worth-no-more-than-was-sold',
    `SELECT t.id, format('product %s: %s on the ticket, %s sold', i.product_id, i.qty, coalesce(l.qty, 0)) AS problem
     FROM tickets.tickets t
     JOIN (SELECT ticket_id, product_id, sum(qty) AS qty FROM tickets.ticket_items GROUP BY 1, 2) i ON i.ticket_id = t.id
     LEFT JOIN (SELECT sale_id, product_id, sum(qty) AS qty FROM sales.sale_lines GROUP BY 1, 2) l
       ON l.sale_id = t.sale_id AND l.product_id = i.product_id
     WHERE t.redemption_id IS NULL AND i.qty > coalesce(l.qty, 0)`,
  ),
  invariant(
    'ticket-is-void-when-its-sale-is-cancelled',
    `SELECT t.id, format('sale %s is %s, its ticket %s', s.id, CASE WHEN s.is_cancelled THEN 'cancelled' ELSE 'good' END,
       CASE WHEN t.voided_at IS NULL THEN 'good' ELSE 'void' END) AS problem
     FROM tickets.tickets t JOIN sales.sales s ON s.id = t.sale_id
     WHERE s.is_cancelled <> (t.voided_at IS NOT NULL)`,
  ),
];
