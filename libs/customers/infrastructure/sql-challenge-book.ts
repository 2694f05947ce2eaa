import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { AppConfig, decrypt, derivedKey, encrypt, hmacSha256, sha256, sql, sqlOf } from '@libs/platform';
import { Challenge, ChallengeBook, ChallengeKind, CODE_ATTEMPTS } from '../domain';

const FORGET_OLD = sql(
  'customers.forget_old_challenges',
  `DELETE FROM customers.challenges WHERE created_at < $1::timestamptz - interval '1 day'`,
);
const INSERT = sql(
  'customers.insert_challenge',
  `INSERT INTO customers.challenges (handle_hash, kind, venue_id, email_hash, code_hash, payload, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const RECENT = sql(
  'customers.recent_challenges',
  `SELECT count(*) AS recent FROM customers.challenges
   WHERE email_hash = $1 AND created_at > $2::timestamptz - interval '1 hour'`,
);
const TAKE = sql(
  'customers.take_challenge',
  `UPDATE customers.challenges SET used_at = CASE WHEN code_hash = $3 THEN $4::timestamptz END,
     failures = failures + CASE WHEN code_hash = $3 THEN 0 ELSE 1 END
   WHERE handle_hash = $1 AND kind = $2 AND used_at IS NULL AND failures < $5 AND expires_at > $4
   RETURNING used_at IS NOT NULL AS is_right, payload`,
);
const FORGET = sql('customers.forget_challenges', 'DELETE FROM customers.challenges WHERE email_hash = $1');

@Injectable()
export class SqlChallengeBook extends ChallengeBook {
  private readonly key: Buffer;

  constructor(private readonly config: AppConfig) {
    super();
    this.key = derivedKey(config.dataKey, 'noche customer codes 1');
  }

  async insert(tx: Transaction, challenge: Challenge, at: Date): Promise<number> {
    const { kind, venueId, email, handle, code, payload, expiresAt } = challenge;
    await sqlOf(tx).rows(FORGET_OLD, [at]);
    const emailHash = this.emailHash(venueId, email);
    const codeHash = code === null ? null : this.codeHash(handle, code);
    const sealed = encrypt(this.config.dataKey, payload);
    await sqlOf(tx).rows(INSERT, [sha256(handle), kind, venueId, emailHash, codeHash, sealed, at, expiresAt]);
    const [row] = await sqlOf(tx).rows<{ recent: number }>(RECENT, [emailHash, at]);
    return row?.recent ?? 0;
  }

  async take(tx: Transaction, kind: ChallengeKind, handle: string, code: string, at: Date): Promise<string | null> {
    const values = [sha256(handle), kind, this.codeHash(handle, code), at, CODE_ATTEMPTS];
    const [row] = await sqlOf(tx).rows<{ is_right: boolean; payload: Buffer }>(TAKE, values);
    return row?.is_right ? decrypt(this.config.dataKey, row.payload) : null;
  }

  async forget(tx: Transaction, venueId: string, email: string): Promise<void> {
    await sqlOf(tx).rows(FORGET, [this.emailHash(venueId, email)]);
  }

  /** Forty bits are quickly tried by who reads the table: the key makes the hash worth nothing there. */
  private codeHash(handle: string, code: string): Buffer {
    return hmacSha256(this.key, `code ${handle} ${code}`);
  }

  private emailHash(venueId: string, email: string): Buffer {
    return hmacSha256(this.key, `address ${venueId} ${email}`);
  }
}
