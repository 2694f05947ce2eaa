import { invariant } from './invariant';

/** What was handed over, and what is on the shelves. */
export const GOODS_INVARIANTS = [
  invariant(
    'delivered-at-most-sold',
    `SELECT id, format('delivered %s of %s', delivered_qty, qty) AS problem FROM tickets.ticket_items
     WHERE delivered_qty > qty OR delivered_qty < 0`,
  ),
  invariant(
    'delivered-is-the-sum-of-deliveries',
    `SELECT i.id, format('delivered %s, in deliveries %s', i.delivered_qty, coalesce(sum(d.qty), 0)) AS problem
     FROM tickets.ticket_items i LEFT JOIN tickets.deliveries d ON d.item_id = i.id AND d.undone_at IS NULL
     GROUP BY i.id HAVING i.delivered_qty <> coalesce(sum(d.qty), 0)`,
  ),
  invariant(
    'void-ticket-delivers-nothing',
    `SELECT d.id, format('ticket %s is void since %s, delivered %s', t.id, t.voided_at, d.delivered_at) AS problem
     FROM tickets.deliveries d JOIN tickets.tickets t ON t.id = d.ticket_id
     WHERE d.delivered_at > t.voided_at`,
  ),
  invariant(
    'stock-is-the-sum-of-its-movements',
    `SELECT s.ingredient_id AS id, format('location %s: on hand %s, moved %s', s.location_id, s.on_hand,
       coalesce(m.moved, 0)) AS problem
     FROM inventory.stock_levels s
     LEFT JOIN (SELECT location_id, ingredient_id, sum(quantity) AS moved FROM inventory.movements GROUP BY 1, 2) m
       USING (location_id, ingredient_id)
     WHERE s.on_hand <> coalesce(m.moved, 0)`,
  ),
  invariant(
    'sale-moves-stock-once',
    `SELECT m.sale_id AS id, format('ingredient %s: %s movements of kind %s', m.ingredient_id, count(*), m.kind) AS problem
     FROM inventory.movements m WHERE m.sale_id IS NOT NULL
     GROUP BY m.sale_id, m.ingredient_id, m.kind HAVING count(*) > 1`,
  ),
  invariant(
    'only-sales-that-move-stock-moved-it',
    `SELECT m.id, format('sale %s moved %s of %s', m.sale_id, m.quantity, m.ingredient_id) AS problem
     FROM inventory.movements m LEFT JOIN sales.sales s ON s.id = m.sale_id
     WHERE m.sale_id IS NOT NULL
       AND (s.id IS NULL OR NOT s.inventory_applied OR (m.kind = 'sale') <> (m.quantity < 0))`,
  ),
  invariant(
    'cancelled-sale-gave-back-what-it-took',
    `SELECT s.id, format('%s of %s is missing', -sum(m.quantity), m.ingredient_id) AS problem
     FROM sales.sales s JOIN inventory.movements m ON m.sale_id = s.id
     WHERE s.is_cancelled AND s.inventory_applied
     GROUP BY s.id, m.location_id, m.ingredient_id HAVING sum(m.quantity) <> 0`,
  ),
  invariant(
    'standing-sale-gave-nothing-back',
    `SELECT s.id, format('%s of %s came back', m.quantity, m.ingredient_id) AS problem
     FROM sales.sales s JOIN inventory.movements m ON m.sale_id = s.id AND m.kind = 'sale_cancelled'
     WHERE NOT s.is_cancelled`,
  ),
];
