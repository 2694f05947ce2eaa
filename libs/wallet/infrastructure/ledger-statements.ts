import { sql } from '@libs/platform';
import { entryHash, FIRST_HASH } from './entry-content';

const HASH = entryHash('b.hash', {
  ...{ account: 'b.account_id', sequence: 'b.sequence + 1', amount: '$5::bigint', balance: 'b.balance + $5::bigint' },
  ...{ transfer: '$6::uuid', kind: '$7::text', referenceKind: '$8::text', reference: '$9::uuid' },
  ...{ returnsOf: '$10::uuid', counter: 'house.id', employee: '$12::uuid', authorizedBy: '$13::uuid' },
  ...{ night: '$14::uuid', at: '$15::timestamptz', reason: '$11::text' },
});

/**
 * A whole transfer. The reference is claimed first, so that its second use waits for the first and then does nothing; the
 * balance's row comes last and is looked at again in its newest version, with the chain's head in it. A claim whose balance
 * did not move has to be rolled back by the caller; the commit would refuse it too.
 */
export const POST = sql(
  'wallet.post',
  `WITH customer AS MATERIALIZED (
     SELECT id FROM wallet.accounts WHERE customer_id = $2 AND venue_id = $1 AND asset = $3
   ), house AS MATERIALIZED (
     SELECT id FROM wallet.accounts WHERE venue_id = $1 AND house_role = $4
   ), claimed AS (
     INSERT INTO wallet.transfers (id, venue_id, night_id, kind, reference_kind, reference_id, returns_of, reason,
       employee_id, authorized_by, occurred_at)
     SELECT $6, $1, $14, $7, $8, $9, $10, $11, $12, $13, $15 FROM customer, house
     ON CONFLICT ON CONSTRAINT transfers_once_per_reference DO NOTHING
     RETURNING id
   ), moved AS (
     UPDATE wallet.balances b
     SET balance = b.balance + $5, sequence = b.sequence + 1, moved_at = $15, previous_hash = b.hash, hash = ${HASH}
     FROM claimed, customer, house
     WHERE b.account_id = customer.id AND b.balance + $5 >= 0
       AND ($17::bigint IS NULL OR b.balance + $5 <= $17) AND NOT ($16::boolean AND b.frozen_at IS NOT NULL)
     RETURNING b.account_id, b.balance, b.sequence, b.previous_hash, b.hash
   ), written AS (
     INSERT INTO wallet.entries (transfer_id, account_id, asset, amount, sequence, balance, previous_hash, hash)
     SELECT $6, account_id, $3, $5, sequence, balance, previous_hash, hash FROM moved
     UNION ALL SELECT $6, house.id, $3, -$5, NULL, NULL, NULL, NULL FROM house, moved
   ), told AS (
     INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, actor, data, occurred_at)
     SELECT $18, CASE WHEN $5 > 0 THEN 'wallet.credited' ELSE 'wallet.debited' END, $1, $14, moved.account_id, $19::jsonb,
       jsonb_build_object('transfer_id', $6::uuid, 'customer_id', $2::uuid, 'kind', $7::text, 'asset', $3::text,
         'amount', abs($5::bigint), 'balance', moved.balance, 'reference_kind', $8::text, 'reference_id', $9::uuid,
         'reason', $11::text, 'authorized_by', $13::uuid), $15
     FROM moved
   )
   SELECT customer.id AS account_id, house.id AS house_id, EXISTS (SELECT FROM claimed) AS is_claimed,
     moved.balance AS balance
   FROM (SELECT 1) AS one LEFT JOIN customer ON true LEFT JOIN house ON true LEFT JOIN moved ON true`,
);

/** Runs only when a venue uses an account of its own for the first time. */
export const OPEN_HOUSE = sql(
  'wallet.open_house',
  `INSERT INTO wallet.accounts (id, venue_id, asset, house_role, created_at)
   VALUES (gen_random_uuid(), $1, $2, $3, $4)
   ON CONFLICT (venue_id, house_role) WHERE house_role IS NOT NULL DO NOTHING`,
);

/** A second one at the same time waits for the first and then finds the account. */
export const OPEN = sql(
  'wallet.open',
  `WITH opened AS (
     INSERT INTO wallet.accounts (id, venue_id, asset, customer_id, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (customer_id, venue_id, asset) WHERE customer_id IS NOT NULL DO NOTHING
     RETURNING id
   ), started AS (
     INSERT INTO wallet.balances (account_id, balance, sequence, previous_hash, hash, moved_at)
     SELECT id, 0, 0, '', ${FIRST_HASH('id')}, $5 FROM opened
   )
   INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, actor, data, occurred_at)
   SELECT $6, 'wallet.opened', $2, $7, id, $8::jsonb, jsonb_build_object('customer_id', $4::uuid, 'asset', $3::text), $5
   FROM opened`,
);

const HELD = `SELECT a.id AS "accountId", a.customer_id AS "customerId", a.asset, b.balance,
     b.frozen_at IS NOT NULL AS "isFrozen"
   FROM wallet.accounts a JOIN wallet.balances b ON b.account_id = a.id`;
export const HOLD = sql(
  'wallet.hold',
  `${HELD} WHERE a.venue_id = $1 AND a.customer_id = $2 AND a.asset = $3 FOR NO KEY UPDATE OF b`,
);
export const HOLD_BY_ID = sql(
  'wallet.hold_by_id',
  `${HELD} WHERE a.venue_id = $1 AND a.id = $2 FOR NO KEY UPDATE OF b`,
);

/** What a top-up was reversed by no longer counts. */
export const TOPPED_UP = sql(
  'wallet.topped_up',
  `SELECT l.max_balance AS "maxBalance", l.max_top_up AS "maxTopUp", l.max_top_up_a_day AS "maxTopUpADay", (
     SELECT coalesce(sum(e.amount), 0)::bigint FROM wallet.entries e
     JOIN wallet.transfers t ON t.id = e.transfer_id
     WHERE e.account_id = $2 AND e.sequence IS NOT NULL AND t.occurred_at > $3 AND (t.kind = 'top_up' OR t.kind = 'reversal'
       AND EXISTS (SELECT FROM wallet.transfers o WHERE o.id = t.returns_of AND o.kind = 'top_up' AND o.occurred_at > $3))
   ) AS amount
   FROM (SELECT 1) AS one LEFT JOIN wallet.limits l ON l.venue_id = $1`,
);

const STANDING = `SELECT t.id, t.venue_id AS "venueId", a.customer_id AS "customerId", a.id AS "accountId", a.asset,
     h.house_role AS "houseRole", t.kind, e.amount, e.balance, t.returns_of AS "returnsOf", t.reference_kind, t.reference_id
   FROM wallet.transfers t
   JOIN wallet.entries e ON e.transfer_id = t.id AND e.sequence IS NOT NULL
   JOIN wallet.accounts a ON a.id = e.account_id
   JOIN wallet.entries o ON o.transfer_id = t.id AND o.sequence IS NULL
   JOIN wallet.accounts h ON h.id = o.account_id`;
/** In whichever venue: a reference has one effect of a kind. */
export const BY_REFERENCE = sql('wallet.by_reference', `${STANDING} WHERE t.kind = $1 AND t.reference_id = $2`);
export const BY_ID = sql('wallet.by_id', `${STANDING} WHERE t.id = $1`);

export const RETURNED = sql(
  'wallet.returned',
  `SELECT coalesce(sum(abs(e.amount)), 0)::bigint AS amount
   FROM wallet.transfers t JOIN wallet.entries e ON e.transfer_id = t.id AND e.sequence IS NOT NULL
   WHERE t.returns_of = $1`,
);

export const FREEZE = sql(
  'wallet.freeze',
  `UPDATE wallet.balances SET frozen_at = CASE WHEN $2::text IS NOT NULL THEN $3::timestamptz END, frozen_reason = $2
   WHERE account_id = $1`,
);

export const POINT_RULES = sql(
  'wallet.point_rules',
  `SELECT id, pesos_per_point AS "pesosPerPoint", multiplier_percent AS "multiplierPercent", category_ids AS "categoryIds",
     night_id AS "nightId", starts_at AS "startsAt", ends_at AS "endsAt"
   FROM wallet.point_rules WHERE venue_id = $1 AND created_at <= $2 AND (ended_at IS NULL OR ended_at > $2) ORDER BY id`,
);

/** A reversal that takes away gives back points that were earned; one that gives, points that were spent. */
export const EARNED_SINCE = (account: string, since: string, until: string): string => `(
     SELECT coalesce(sum(e.amount), 0)::bigint FROM wallet.entries e JOIN wallet.transfers x ON x.id = e.transfer_id
     WHERE e.account_id = ${account} AND e.sequence IS NOT NULL AND x.occurred_at > ${since} AND x.occurred_at <= ${until}
       AND (x.kind = 'points_earned' OR x.kind = 'points_reversed' AND e.amount < 0))`;

export const TIER_STANDINGS = sql(
  'wallet.tier_standings',
  `SELECT t.id, t.name, t.min_points AS "minPoints", t.within_days AS "withinDays",
     t.multiplier_percent AS "multiplierPercent",
     ${EARNED_SINCE('a.id', "$3::timestamptz - t.within_days * interval '1 day'", '$3')} AS earned
   FROM wallet.tiers t
   LEFT JOIN wallet.accounts a ON a.customer_id = $2 AND a.venue_id = t.venue_id AND a.asset = 'POINTS'
   WHERE t.venue_id = $1 AND t.created_at <= $3 AND (t.ended_at IS NULL OR t.ended_at > $3) ORDER BY t.min_points`,
);

export const KEEP_EARNINGS = sql(
  'wallet.keep_earnings',
  `INSERT INTO wallet.earnings (transfer_id, rule_id, paid_amount, pesos_per_point, multiplier_percent,
     tier_id, tier_percent, points)
   SELECT $1, * FROM unnest($2::uuid[], $3::bigint[], $4::int[], $5::int[], $6::uuid[], $7::int[], $8::bigint[])`,
);

export const IDLE_POINTS = sql(
  'wallet.idle_points',
  `SELECT a.customer_id AS "customerId", b.balance, e.transfer_id AS "lastTransferId"
   FROM wallet.balances b
   JOIN wallet.accounts a ON a.id = b.account_id AND a.venue_id = $1 AND a.asset = 'POINTS'
   JOIN wallet.entries e ON e.account_id = b.account_id AND e.sequence = b.sequence
   WHERE b.balance > 0 AND b.moved_at < $2
   ORDER BY b.account_id LIMIT $3 FOR NO KEY UPDATE OF b SKIP LOCKED`,
);
