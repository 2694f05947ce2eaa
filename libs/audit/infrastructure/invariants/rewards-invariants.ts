import { invariant } from './invariant';

/** What became of points: each redemption has its points, its ticket and its ingredients, and gives all of them back or none. */
export const REWARDS_INVARIANTS = [
  invariant(
    'redemption-took-its-points',
    `SELECT coalesce(r.id, t.reference_id) AS id, format('%s points for the reward, %s taken', r.points, taken.amount) AS problem
     FROM rewards.redemptions r
     FULL JOIN (SELECT * FROM wallet.transfers WHERE kind = 'points_spent' AND reference_kind = 'redemption') t
       ON t.id = r.transfer_id AND t.reference_id = r.id
     LEFT JOIN LATERAL (
       SELECT -e.amount AS amount, a.customer_id FROM wallet.entries e JOIN wallet.accounts a ON a.id = e.account_id
       WHERE e.transfer_id = t.id AND e.sequence IS NOT NULL
     ) taken ON true
     WHERE r.id IS NULL OR taken.amount IS DISTINCT FROM r.points OR taken.customer_id IS DISTINCT FROM r.customer_id`,
  ),
  invariant(
    'undone-redemption-gave-its-points-back',
    `SELECT r.id, format('%s points, %s came back', r.points, back.amount) AS problem
     FROM rewards.redemptions r
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(e.amount), 0) AS amount FROM wallet.transfers t
       JOIN wallet.entries e ON e.transfer_id = t.id AND e.sequence IS NOT NULL WHERE t.returns_of = r.transfer_id
     ) back
     WHERE back.amount <> CASE WHEN r.undone_at IS NULL THEN 0 ELSE r.points END`,
  ),
  invariant(
    'redemption-has-its-ticket',
    `SELECT r.id, format('redemption %s, ticket %s', CASE WHEN r.undone_at IS NULL THEN 'good' ELSE 'undone' END,
       CASE WHEN t.id IS NULL THEN 'missing' WHEN t.voided_at IS NULL THEN 'good' ELSE 'void' END) AS problem
     FROM rewards.redemptions r LEFT JOIN tickets.tickets t ON t.redemption_id = r.id
     WHERE t.id IS NULL OR (t.voided_at IS NULL) <> (r.undone_at IS NULL) OR t.night_id <> r.night_id
       OR t.customer_id IS DISTINCT FROM r.customer_id`,
  ),
  invariant(
    'undone-redemption-delivered-nothing',
    `SELECT r.id, format('%s of %s were handed over', i.delivered_qty, i.product_name) AS problem
     FROM rewards.redemptions r JOIN tickets.tickets t ON t.redemption_id = r.id
     JOIN tickets.ticket_items i ON i.ticket_id = t.id
     WHERE r.undone_at IS NOT NULL AND i.delivered_qty > 0`,
  ),
  invariant(
    'reward-is-never-oversold',
    `SELECT w.id, format('%s taken, %s redeemed, limit %s', w.taken, count(r.id), w.stock_limit) AS problem
     FROM rewards.rewards w LEFT JOIN rewards.redemptions r ON r.reward_id = w.id AND r.undone_at IS NULL
     GROUP BY w.id HAVING w.taken <> count(r.id) OR w.taken > w.stock_limit`,
  ),
  invariant(
    'redemption-moves-stock-once',
    `SELECT m.redemption_id AS id, format('ingredient %s: %s moved', m.ingredient_id, sum(m.quantity)) AS problem
     FROM inventory.movements m LEFT JOIN rewards.redemptions r ON r.id = m.redemption_id
     WHERE m.redemption_id IS NOT NULL
     GROUP BY m.redemption_id, m.ingredient_id, r.id
     HAVING r.id IS NULL OR count(*) FILTER (WHERE m.kind = 'redemption') <> 1
       OR (sum(m.quantity) = 0) <> (max(r.undone_at) IS NOT NULL) OR sum(m.quantity) > 0`,
  ),
];
