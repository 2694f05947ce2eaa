import { Client } from 'pg';
import { newId, Clock } from '@libs/kernel';
import { AppConfig } from '@libs/platform';
import { JwtAccessTokens } from '@libs/customers/infrastructure/access-token';
import { benchToken, TOKENS_A_TILL } from './bare-wallet';
import { BenchClub } from './club';

/** Each may ask for 60 QRs a minute. */
const GUESTS = 600;
/** More than all of the bench pays, in pesos. */
const PLENTY = 100_000_000_000;

/** What guests ask for on their phones. */
export const GUEST_READS = {
  qr: '/api/v1/wallet/qr',
  balance: '/api/v1/wallet/balance',
  history: '/api/v1/wallet/transactions?limit=20',
} as const;

/** A guest who is logged in. */
export interface BenchGuest {
  readonly id: string;
  readonly sessionId: string;
}

/** Guests with full wallets, recognised at every till, straight into the tables. */
export async function writeBenchWallets(client: Client, club: BenchClub): Promise<BenchGuest[]> {
  const guests = Array.from({ length: GUESTS }, () => ({ id: newId(), sessionId: newId() }));
  const ids = guests.map(({ id }) => id);
  await client.query(
    `INSERT INTO customers.customers (uuid, venue_id, name, email, password_hash, terms_accepted_at, created_at, updated_at)
     SELECT id, $2, 'Guest', id::text, '-', now(), now(), now() FROM unnest($1::uuid[]) AS g (id)`,
    [ids, club.venueId],
  );
  await client.query(
    `INSERT INTO customers.sessions (id, customer_uuid, token_version, created_at, expires_at)
     SELECT s.id, s.guest, 1, now(), now() + interval '1 day' FROM unnest($1::uuid[], $2::uuid[]) AS s (id, guest)`,
    [guests.map(({ sessionId }) => sessionId), ids],
  );
  await fillWallets(client, club, ids);
  await client.query(`UPDATE sales.registers SET allowed_methods = allowed_methods || '{wallet}' WHERE venue_id = $1`, [
    club.venueId,
  ]);
  for (const [till, { employeeId }] of club.tills.entries()) {
    const names = Array.from({ length: TOKENS_A_TILL }, (_, n) => benchToken(till, n));
    await client.query(
      `INSERT INTO customers.recognitions (token_hash, customer_uuid, source, station, session_id, device_id, employee_id,
         recognised_at, expires_at)
       SELECT sha256(convert_to(t.name, 'UTF8')), ($2::uuid[])[1 + ($4 + t.n) % cardinality($2::uuid[])], 'qr', 'register', s.id,
         s.device_id, s.employee_id, now(), now() + interval '1 day'
       FROM unnest($1::text[]) WITH ORDINALITY AS t (name, n), staff.sessions s WHERE s.employee_id = $3`,
      [names, ids, employeeId, till * 61],
    );
  }
  return guests;
}

/** Every token is good for a payment again. */
export async function renewTokens(client: Client): Promise<void> {
  await client.query('UPDATE customers.recognitions SET paid_at = NULL WHERE paid_at IS NOT NULL');
}

async function fillWallets(client: Client, club: BenchClub, guests: readonly string[]): Promise<void> {
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO wallet.accounts (id, venue_id, asset, house_role, created_at)
     SELECT uuidv7(), $1, 'CLP', role, now() FROM unnest('{online,sales}'::text[]) AS h (role)`,
    [club.venueId],
  );
  await client.query(
    `INSERT INTO wallet.accounts (id, venue_id, asset, customer_id, created_at)
     SELECT uuidv7(), $1, 'CLP', id, now() FROM unnest($2::uuid[]) AS g (id)`,
    [club.venueId, guests],
  );
  await client.query(
    `WITH filled AS (
       SELECT id AS account, uuidv7() AS transfer, sha256('filled') AS hash FROM wallet.accounts
       WHERE venue_id = $1 AND customer_id IS NOT NULL
     ), transfers AS (
       INSERT INTO wallet.transfers (id, venue_id, kind, reference_kind, reference_id, occurred_at)
       SELECT transfer, $1, 'top_up', 'intent', uuidv7(), now() FROM filled
     ), balances AS (
       INSERT INTO wallet.balances (account_id, balance, sequence, previous_hash, hash, moved_at)
       SELECT account, $2, 1, '', hash, now() FROM filled
     )
     INSERT INTO wallet.entries (transfer_id, account_id, asset, amount, sequence, balance, previous_hash, hash)
     SELECT transfer, account, 'CLP', $2::bigint, 1, $2::bigint, ''::bytea, hash FROM filled
     UNION ALL SELECT transfer, h.id, 'CLP', -$2::bigint, NULL, NULL, NULL, NULL
     FROM filled, wallet.accounts h WHERE h.venue_id = $1 AND h.house_role = 'online'`,
    [club.venueId, PLENTY],
  );
  await client.query('COMMIT');
}

/** Access tokens as the API would give them now; they last ten minutes. */
export function tokensFor(guests: readonly BenchGuest[], dataKey: Buffer): string[] {
  const clock: Clock = { now: () => new Date() };
  const tokens = new JwtAccessTokens({ dataKey } as Partial<AppConfig> as AppConfig, clock);
  return guests.map(({ id, sessionId }) => tokens.issue({ customerId: id, sessionId, tokenVersion: 1 }));
}
