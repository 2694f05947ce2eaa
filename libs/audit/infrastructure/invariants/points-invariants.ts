import { invariant } from './invariant';

/** Points follow a sale a moment later: until its event has left the outbox, nothing is said of it. */
const IS_HEARD = (event: string, sale: string): string =>
  `NOT EXISTS (SELECT FROM platform.outbox o WHERE o.subject_id = ${sale} AND o.type = '${event}')`;

/** Points earned equal the rule over paid, not cancelled sales. */
export const POINTS_INVARIANTS = [
  invariant(
    'points-equal-the-rule-over-the-sale',
    `SELECT p.sale_id AS id, format('earned %s points, %s by the rules of the moment', p.points, due.points) AS problem
     FROM wallet.sale_points p JOIN sales.sales s ON s.id = p.sale_id
     CROSS JOIN LATERAL (
       SELECT coalesce((SELECT tier_percent FROM wallet.earnings e WHERE e.transfer_id = p.transfer_id LIMIT 1), 100) AS percent
     ) tier
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(by_rule.points), 0)::bigint AS points FROM (
         SELECT sum(line.paid_amount)::bigint * r.multiplier_percent * tier.percent / (r.pesos_per_point::bigint * 10000)
           AS points
         FROM jsonb_to_recordset(p.lines) AS line (category_id uuid, paid_amount bigint)
         CROSS JOIN LATERAL (
           SELECT id, multiplier_percent, pesos_per_point FROM wallet.point_rules r
           WHERE r.venue_id = p.venue_id AND r.created_at <= s.placed_at AND (r.ended_at IS NULL OR s.placed_at < r.ended_at)
             AND (r.starts_at IS NULL OR r.starts_at <= s.placed_at) AND (r.ends_at IS NULL OR s.placed_at < r.ends_at)
             AND (r.category_ids IS NULL OR line.category_id = ANY (r.category_ids))
             AND (r.night_id IS NULL OR r.night_id = s.night_id)
           ORDER BY r.multiplier_percent::numeric / r.pesos_per_point DESC, r.id LIMIT 1
         ) r
         GROUP BY r.id, r.multiplier_percent, r.pesos_per_point
       ) by_rule
     ) due
     WHERE p.points <> due.points`,
  ),
  invariant(
    'points-are-of-the-whole-sale',
    `SELECT p.sale_id AS id, format('points over %s pesos of %s', judged.amount, s.total_amount) AS problem
     FROM wallet.sale_points p JOIN sales.sales s ON s.id = p.sale_id
     CROSS JOIN LATERAL (
       SELECT sum(paid_amount) AS amount FROM jsonb_to_recordset(p.lines) AS line (category_id uuid, paid_amount bigint)
     ) judged
     WHERE judged.amount <> s.total_amount OR s.no_revenue OR s.is_test`,
  ),
  invariant(
    'points-of-a-sale-are-its-transfers',
    `SELECT p.sale_id AS id, format('earned %s and returned %s, moved %s and %s', p.points, p.returned_points, moved.earned,
       moved.returned) AS problem
     FROM wallet.sale_points p
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(e.amount) FILTER (WHERE t.id = p.transfer_id AND t.kind = 'points_earned'
           AND t.reference_id = p.sale_id), 0) AS earned,
         coalesce(-sum(e.amount) FILTER (WHERE t.returns_of = p.transfer_id), 0) AS returned
       FROM wallet.transfers t JOIN wallet.entries e ON e.transfer_id = t.id AND e.sequence IS NOT NULL
       WHERE t.id = p.transfer_id OR t.returns_of = p.transfer_id
     ) moved
     WHERE p.points <> moved.earned OR coalesce(p.returned_points, 0) <> moved.returned`,
  ),
  invariant(
    'points-are-multiplied-by-the-tier',
    `SELECT e.transfer_id AS id, format('%s percent, tier %s gives %s', e.tier_percent, t.name, t.multiplier_percent) AS problem
     FROM wallet.earnings e JOIN wallet.tiers t ON t.id = e.tier_id WHERE e.tier_percent <> t.multiplier_percent`,
  ),
  invariant(
    'paid-sale-of-a-guest-earned',
    `SELECT s.id, format('guest %s paid %s pesos and was never considered', s.customer_id, s.total_amount) AS problem
     FROM sales.sales s LEFT JOIN wallet.sale_points p ON p.sale_id = s.id
     WHERE s.customer_id IS NOT NULL AND p.sale_id IS NULL AND s.total_amount > 0
       AND NOT s.no_revenue AND NOT s.is_test AND NOT s.is_cancelled AND ${IS_HEARD('sales.sale_placed', 's.id')}`,
  ),
  invariant(
    'points-are-taken-back-with-the-sale',
    `SELECT p.sale_id AS id, format('sale is %s, its points %s', CASE WHEN s.is_cancelled THEN 'cancelled' ELSE 'good' END,
       CASE WHEN p.cancelled_at IS NULL THEN 'stand' ELSE 'were taken back' END) AS problem
     FROM wallet.sale_points p JOIN sales.sales s ON s.id = p.sale_id
     WHERE s.is_cancelled <> (p.cancelled_at IS NOT NULL) AND ${IS_HEARD('sales.sale_cancelled', 's.id')}`,
  ),
];
