import { sql } from '@libs/platform';

export const KNOWN = sql(
  'rewards.known',
  `SELECT (SELECT count(*) FROM catalog.products WHERE venue_id = $1 AND id = ANY ($2::uuid[])) = cardinality($2::uuid[])
       AS products,
     EXISTS (SELECT FROM inventory.stock_locations WHERE venue_id = $1 AND id = $3 AND is_active) AS location`,
);

export const ADD = sql(
  'rewards.add',
  `INSERT INTO rewards.rewards (id, venue_id, name, description, cost, location_id, starts_at, ends_at, stock_limit,
     per_person_limit, is_active, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

export const CHANGE = sql(
  'rewards.change',
  `UPDATE rewards.rewards SET name = $3, description = $4, cost = $5, location_id = $6, starts_at = $7, ends_at = $8,
     stock_limit = $9, per_person_limit = $10, is_active = $11 WHERE id = $1 AND venue_id = $2`,
);

export const DROP_ITEMS = sql('rewards.drop_items', 'DELETE FROM rewards.reward_items WHERE reward_id = $1');
export const PUT_ITEMS = sql(
  'rewards.put_items',
  `INSERT INTO rewards.reward_items (reward_id, position, product_id, qty)
   SELECT $1, item.position, item.product_id, item.qty
   FROM unnest($2::uuid[], $3::int[]) WITH ORDINALITY AS item (product_id, qty, position)`,
);

const REWARD = `w.id, w.venue_id AS "venueId", w.name, w.description, w.cost, w.location_id AS "locationId",
     w.starts_at AS "startsAt", w.ends_at AS "endsAt", w.stock_limit AS "stockLimit", w.taken,
     w.per_person_limit AS "perPersonLimit", w.is_active AS "isActive", w.created_at AS "createdAt"`;

export const LOCK = sql(
  'rewards.lock',
  'SELECT FROM rewards.rewards WHERE venue_id = $1 AND id = $2 FOR NO KEY UPDATE',
);
export const READ = sql(
  'rewards.read',
  `SELECT ${REWARD}, (SELECT json_agg(json_build_object('productId', i.product_id, 'qty', i.qty) ORDER BY i.position)
     FROM rewards.reward_items i WHERE i.reward_id = w.id) AS items
   FROM rewards.rewards w WHERE w.venue_id = $1 AND w.id = $2`,
);

export const HAD_BY = sql(
  'rewards.had_by',
  `SELECT count(*)::int AS count FROM rewards.redemptions
   WHERE reward_id = $1 AND customer_id = $2 AND undone_at IS NULL`,
);

export const REDEEM = sql(
  'rewards.redeem',
  `WITH counted AS (UPDATE rewards.rewards SET taken = taken + 1 WHERE id = $4)
   INSERT INTO rewards.redemptions (id, venue_id, night_id, reward_id, customer_id, reward_name, points, transfer_id,
     redeemed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const TAKE_REDEMPTION = sql(
  'rewards.take_redemption',
  `SELECT r.id, r.venue_id AS "venueId", r.night_id AS "nightId", r.reward_id AS "rewardId", r.customer_id AS "customerId",
     r.reward_name AS "rewardName", r.points, r.transfer_id AS "transferId", r.redeemed_at AS "redeemedAt",
     r.undone_at AS "undoneAt"
   FROM rewards.rewards w JOIN rewards.redemptions r ON r.reward_id = w.id
   WHERE r.venue_id = $1 AND r.id = $2 FOR NO KEY UPDATE OF w, r`,
);

export const UNDO = sql(
  'rewards.undo',
  `WITH counted AS (UPDATE rewards.rewards SET taken = taken - 1 WHERE id = $2)
   UPDATE rewards.redemptions SET undone_at = $3, undone_by = $4, undo_reason = $5 WHERE id = $1`,
);

const NAMED_ITEMS = `(SELECT json_agg(json_build_object('productId', i.product_id, 'name', p.name, 'qty', i.qty)
       ORDER BY i.position)
     FROM rewards.reward_items i JOIN catalog.products p ON p.id = i.product_id WHERE i.reward_id = w.id) AS items`;

export const CATALOGUE = sql(
  'rewards.catalogue',
  `SELECT ${REWARD}, l.name AS "locationName", ${NAMED_ITEMS}
   FROM rewards.rewards w JOIN inventory.stock_locations l ON l.id = w.location_id
   WHERE w.venue_id = $1 AND ($2::uuid IS NULL OR w.id = $2) ORDER BY w.is_active DESC, w.cost, w.name LIMIT 500`,
);

/** What is offered at that moment, with what this guest has had of it. */
export const OFFERS = sql(
  'rewards.offers',
  `SELECT ${REWARD}, ${NAMED_ITEMS}, (SELECT count(*)::int FROM rewards.redemptions r
       WHERE r.reward_id = w.id AND r.customer_id = $2 AND r.undone_at IS NULL) AS mine
   FROM rewards.rewards w
   WHERE w.venue_id = $1 AND w.is_active AND (w.starts_at IS NULL OR w.starts_at <= $3)
     AND (w.ends_at IS NULL OR w.ends_at > $3)
     AND NOT EXISTS (SELECT FROM rewards.reward_items i JOIN catalog.products p ON p.id = i.product_id
       WHERE i.reward_id = w.id AND NOT p.is_active)
   ORDER BY w.cost, w.name LIMIT 200`,
);

export const STANDING = sql(
  'rewards.standing',
  `SELECT EXISTS (SELECT FROM nights.nights WHERE venue_id = $1 AND status = 'OPEN' AND deleted_at IS NULL) AS "isNightOpen",
     coalesce((SELECT b.balance FROM wallet.balances b JOIN wallet.accounts a ON a.id = b.account_id
       WHERE a.venue_id = $1 AND a.customer_id = $2 AND a.asset = 'POINTS'), 0) AS balance`,
);

/** @param condition over redemption `r` */
const redemptions = (name: string, condition: string): ReturnType<typeof sql> =>
  sql(
    name,
    `SELECT r.id, r.reward_id AS "rewardId", r.reward_name AS "rewardName", r.points, r.customer_id AS "customerId",
       c.name AS "customerName", r.night_id AS "nightId", n.name AS "nightName", r.redeemed_at AS "redeemedAt",
       r.undone_at AS "undoneAt", e.name AS "undoneBy", r.undo_reason AS "undoReason", t.id AS "ticketId",
       v.ticket_prefix || ' ' || t.display_number AS "displayCode", items.list AS items,
       CASE WHEN t.voided_at IS NOT NULL THEN 'VOID' WHEN items.delivered = 0 THEN 'OPEN'
         WHEN items.delivered < items.qty THEN 'PARTIAL' ELSE 'DELIVERED' END AS status
     FROM rewards.redemptions r
     JOIN tickets.tickets t ON t.redemption_id = r.id
     JOIN nights.venues v ON v.id = r.venue_id
     JOIN nights.nights n ON n.id = r.night_id
     LEFT JOIN customers.customers c ON c.uuid = r.customer_id
     LEFT JOIN staff.employees e ON e.id = r.undone_by
     CROSS JOIN LATERAL (
       SELECT json_agg(json_build_object('id', i.id, 'name', i.product_name, 'qty', i.qty, 'deliveredQty', i.delivered_qty)
           ORDER BY i.position) AS list, sum(i.qty) AS qty, sum(i.delivered_qty) AS delivered
       FROM tickets.ticket_items i WHERE i.ticket_id = t.id
     ) items
     WHERE r.venue_id = $1 AND ${condition}
       AND ($3::timestamptz IS NULL OR (r.redeemed_at, r.id) < ($3::timestamptz, $4::uuid))
     ORDER BY r.redeemed_at DESC, r.id DESC LIMIT $5::int`,
  );

export const OF_GUEST = redemptions('rewards.redemptions_of_guest', 'r.customer_id = $2');
export const OF_NIGHT = redemptions('rewards.redemptions_of_night', '($2::uuid IS NULL OR r.night_id = $2)');
