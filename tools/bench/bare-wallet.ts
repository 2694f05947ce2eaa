import { Client } from 'pg';
import { newId } from '@libs/kernel';
import { sha256 } from '@libs/platform';
import { actorJson, saleText, saleValues } from './bare';
import { BenchClub } from './club';

/** Good for one payment each, and again once the bench says so. */
export const TOKENS_A_TILL = 4_000;

export function benchToken(till: number, n: number): string {
  return `bench ${String(till)} ${String(n)}`;
}

/**
 * Beside the rows of a sale those of a payment from a wallet, as the product writes them: the guest's yes, the transfer,
 * both entries, the balance with the head of its chain, the event. The sale is the guest's, so that it earns points.
 */
const WALLET_SALE = {
  name: 'bare.wallet_sale',
  text: saleText(
    `'wallet', $7, NULL`,
    `spent AS (
      UPDATE customers.recognitions SET paid_at = now() WHERE token_hash = $25 AND paid_at IS NULL RETURNING customer_uuid
    ), account AS (
      SELECT a.id, h.id AS house FROM spent
      JOIN wallet.accounts a ON a.customer_id = spent.customer_uuid AND a.venue_id = $2 AND a.asset = 'CLP'
      JOIN wallet.accounts h ON h.venue_id = $2 AND h.house_role = 'sales'
    ), transfer AS (
      INSERT INTO wallet.transfers (id, venue_id, night_id, kind, reference_kind, reference_id, employee_id, occurred_at)
      SELECT $26, $2, $3, 'payment', 'sale', $1, $5, now() FROM account
    ), paid AS (
      UPDATE wallet.balances b SET balance = b.balance - $7, sequence = b.sequence + 1, moved_at = now(),
        previous_hash = b.hash, hash = sha256(b.hash || $14)
      FROM account WHERE b.account_id = account.id AND b.balance >= $7
      RETURNING b.*, account.house
    ), entries AS (
      INSERT INTO wallet.entries (transfer_id, account_id, asset, amount, sequence, balance, previous_hash, hash)
      SELECT $26, account_id, 'CLP', -$7::int, sequence, balance, previous_hash, hash FROM paid
      UNION ALL SELECT $26, house, 'CLP', $7, NULL, NULL, NULL, NULL FROM paid
    ), debited AS (
      INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, actor, data, occurred_at)
      SELECT $27, 'wallet.debited', $2, $3, account_id, $18, $28, now() FROM paid
    ),`,
    `(SELECT customer_uuid FROM customers.recognitions WHERE token_hash = $25)`,
  ),
};

/** Sells once for a guest's wallet on this connection, as client number `n`. */
export async function bareWalletSale(
  client: Client,
  club: BenchClub,
  n: number,
  turn: number,
  token: string,
): Promise<void> {
  const { values, portions } = saleValues(club, n, turn);
  const told = JSON.stringify({
    transfer_id: newId(),
    kind: 'payment',
    asset: 'CLP',
    actor: actorJson(newId(), 'Till'),
  });
  const { rowCount } = await client.query({
    ...WALLET_SALE,
    values: [...values, sha256(token), newId(), newId(), told],
  });
  if (rowCount !== portions) throw new Error('the bare wallet sale did not move its stock');
}
