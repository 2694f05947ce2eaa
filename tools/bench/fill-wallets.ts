import { Client } from 'pg';
import { BenchClub } from './club';

/** In one transaction: each of the guests' wallets gets some. */
const AT_ONCE = 20_000;

/**
 * Top-ups and payments of the guests' wallets, in turn, with every row and guard of the ledger: each transfer sums to zero
 * and each entry continues its account. Only the hashes are made simpler than the product makes them, from account and
 * number; what they chain is right. @returns how many were written, at least as many as asked for
 */
export async function fillWithTransfers(
  client: Client,
  club: BenchClub,
  transfers: number,
  onProgress: (done: number) => void,
): Promise<number> {
  await client.query(`SET statement_timeout = 0; SET synchronous_commit = off; SET work_mem = '64MB'`);
  const { rows } = await client.query<{ wallets: number }>(
    'SELECT count(*)::int AS wallets FROM wallet.accounts WHERE venue_id = $1 AND customer_id IS NOT NULL',
    [club.venueId],
  );
  const wallets = rows[0]?.wallets ?? 0;
  if (wallets === 0) throw new Error('the bench club has no wallets');
  let done = 0;
  while (done < transfers) {
    const each = Math.ceil(Math.min(AT_ONCE, transfers - done) / wallets);
    await client.query(FILL, [club.venueId, each]);
    done += each * wallets;
    onProgress(done);
  }
  for (const table of ['accounts', 'balances', 'transfers', 'entries']) {
    await client.query(`VACUUM ANALYZE wallet.${table}`);
  }
  return done;
}

/** Odd ones bring 1,000 pesos, even ones take them. */
const FILL = `
  WITH head AS (
    SELECT a.id AS account, b.balance, b.sequence, b.hash
    FROM wallet.accounts a JOIN wallet.balances b ON b.account_id = a.id
    WHERE a.venue_id = $1 AND a.customer_id IS NOT NULL FOR UPDATE OF b
  ), step AS (
    SELECT h.*, n, n % 2 = 1 AS comes, uuidv7() AS transfer, h.sequence + n AS at,
      sha256(convert_to(h.account || ' ' || (h.sequence + n), 'UTF8')) AS own,
      CASE n WHEN 1 THEN h.hash ELSE sha256(convert_to(h.account || ' ' || (h.sequence + n - 1), 'UTF8')) END AS before
    FROM head h CROSS JOIN generate_series(1, $2::int) AS n
  ), transfers AS (
    INSERT INTO wallet.transfers (id, venue_id, kind, reference_kind, reference_id, occurred_at)
    SELECT transfer, $1, CASE WHEN comes THEN 'top_up' ELSE 'payment' END, CASE WHEN comes THEN 'intent' ELSE 'sale' END,
      uuidv7(), now() FROM step
  ), house AS (
    INSERT INTO wallet.entries (transfer_id, account_id, asset, amount)
    SELECT s.transfer, h.id, 'CLP', CASE WHEN s.comes THEN -1000 ELSE 1000 END
    FROM step s JOIN wallet.accounts h ON h.venue_id = $1
      AND h.house_role = CASE WHEN s.comes THEN 'online' ELSE 'sales' END
  ), entries AS (
    INSERT INTO wallet.entries (transfer_id, account_id, asset, amount, sequence, balance, previous_hash, hash)
    SELECT transfer, account, 'CLP', CASE WHEN comes THEN 1000 ELSE -1000 END, at,
      balance + CASE WHEN comes THEN 1000 ELSE 0 END, before, own FROM step
  )
  UPDATE wallet.balances b SET sequence = s.at, balance = s.balance + CASE WHEN s.comes THEN 1000 ELSE 0 END,
    previous_hash = s.before, hash = s.own, moved_at = now()
  FROM step s WHERE b.account_id = s.account AND s.n = $2`;
