import { sql } from '@libs/platform';
import { entryHash, FIRST_HASH } from './entry-content';

/**
 * One page of a venue's transfers. Each breaks at most the first of these that it breaks: it sums to zero, what was given
 * back is no more than what was there, earned points are those of the rule.
 */
export const TRANSFERS_PAGE = sql(
  'wallet.prove_transfers',
  `WITH page AS MATERIALIZED (
     SELECT id, kind FROM wallet.transfers WHERE venue_id = $1 AND id > $2 ORDER BY id LIMIT $3
   ), judged AS (
     SELECT p.id, CASE
       WHEN sums.entries IS NULL THEN 'wallet-transfer-sums-to-zero'
       WHEN sums.difference <> 0 OR sums.assets > 1 THEN 'wallet-transfer-sums-to-zero'
       WHEN back.amount > sums.moved THEN 'wallet-returns-never-exceed-the-transfer'
       WHEN p.kind = 'points_earned' AND rule.points IS DISTINCT FROM sums.moved THEN 'wallet-points-equal-the-rule'
     END AS invariant, format('%s: entries %s, sum %s, moved %s, given back %s, by rule %s', p.kind,
       coalesce(sums.entries, 0), sums.difference, sums.moved, back.amount, rule.points) AS problem
     FROM page p
     LEFT JOIN LATERAL (
       SELECT count(*) AS entries, sum(amount) AS difference, count(DISTINCT asset) AS assets,
         sum(abs(amount)) FILTER (WHERE sequence IS NOT NULL) AS moved
       FROM wallet.entries e WHERE e.transfer_id = p.id HAVING count(*) > 0
     ) sums ON true
     LEFT JOIN LATERAL (
       SELECT sum(abs(e.amount)) AS amount FROM wallet.transfers r
       JOIN wallet.entries e ON e.transfer_id = r.id AND e.sequence IS NOT NULL WHERE r.returns_of = p.id
     ) back ON true
     LEFT JOIN LATERAL (
       SELECT sum(w.points) FILTER (WHERE w.points = w.paid_amount * w.multiplier_percent
         * w.tier_percent / (w.pesos_per_point::bigint * 10000))
         AS points FROM wallet.earnings w WHERE w.transfer_id = p.id
     ) rule ON p.kind = 'points_earned'
   )
   SELECT (SELECT max(id::text)::uuid FROM page) AS last, (SELECT count(*) FROM page)::int AS size,
     coalesce((SELECT jsonb_agg(to_jsonb(judged)) FROM judged WHERE invariant IS NOT NULL), '[]') AS broken`,
);

const EXPECTED = entryHash('e.previous_hash', {
  ...{ account: 'e.account_id', sequence: 'e.sequence', amount: 'e.amount', balance: 'e.balance', transfer: 't.id' },
  ...{ kind: 't.kind', referenceKind: 't.reference_kind', reference: 't.reference_id', returnsOf: 't.returns_of' },
  counter: `(SELECT string_agg(o.account_id::text, ',' ORDER BY o.account_id) FROM wallet.entries o
     WHERE o.transfer_id = e.transfer_id AND o.account_id <> e.account_id)`,
  ...{ employee: 't.employee_id', authorizedBy: 't.authorized_by', night: 't.night_id', at: 't.occurred_at' },
  reason: 't.reason',
});

/** One page of a venue's customer accounts, each with all of its entries, the chain computed anew. */
export const ACCOUNTS_PAGE = sql(
  'wallet.prove_accounts',
  `WITH page AS MATERIALIZED (
     SELECT id FROM wallet.accounts WHERE venue_id = $1 AND customer_id IS NOT NULL AND id > $2 ORDER BY id LIMIT $3
   ), chained AS (
     SELECT e.account_id, e.sequence, e.amount, e.balance, e.hash,
       row_number() OVER account = e.sequence
         AND e.previous_hash = lag(e.hash, 1, ${FIRST_HASH('e.account_id')}) OVER account
         AND e.hash = ${EXPECTED} AS is_linked,
       sum(e.amount) OVER account = e.balance AND e.balance >= 0 AS is_right
     FROM page JOIN wallet.entries e ON e.account_id = page.id AND e.sequence IS NOT NULL
     JOIN wallet.transfers t ON t.id = e.transfer_id
     WINDOW account AS (PARTITION BY e.account_id ORDER BY e.sequence)
   ), summed AS (
     SELECT account_id, sum(amount) AS amount, max(sequence) AS sequence, min(sequence) FILTER (WHERE NOT is_linked) AS unlinked,
       min(sequence) FILTER (WHERE NOT is_right) AS wrong, (array_agg(hash ORDER BY sequence DESC))[1] AS hash
     FROM chained GROUP BY account_id
   ), judged AS (
     SELECT page.id, CASE
       WHEN b.balance < 0 THEN 'wallet-balance-never-below-zero'
       WHEN b.balance IS DISTINCT FROM coalesce(s.amount, 0)::bigint OR s.wrong IS NOT NULL
         THEN 'wallet-balance-is-the-sum-of-its-entries'
       WHEN s.unlinked IS NOT NULL OR b.sequence IS DISTINCT FROM coalesce(s.sequence, 0)
         OR b.hash IS DISTINCT FROM coalesce(s.hash, ${FIRST_HASH('page.id')}) THEN 'wallet-chain-verifies'
     END AS invariant, format('balance %s, entries %s; numbers %s and %s; does not follow at %s, wrong balance at %s',
       b.balance, coalesce(s.amount, 0), b.sequence, coalesce(s.sequence, 0), coalesce(s.unlinked::text, '-'),
       coalesce(s.wrong::text, '-')) AS problem
     FROM page LEFT JOIN wallet.balances b ON b.account_id = page.id LEFT JOIN summed s ON s.account_id = page.id
   )
   SELECT (SELECT max(id::text)::uuid FROM page) AS last, (SELECT count(*) FROM page)::int AS size,
     coalesce((SELECT jsonb_agg(to_jsonb(judged)) FROM judged WHERE invariant IS NOT NULL), '[]') AS broken`,
);
