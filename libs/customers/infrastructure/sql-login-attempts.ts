import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { AppConfig, derivedKey, hmacSha256, sql, sqlOf } from '@libs/platform';
import { LOGIN_ATTEMPTS, LOGIN_LOCK_SECONDS, LoginAttempts } from '../domain';

const FORGET_OLD = sql(
  'customers.forget_login_attempts',
  `DELETE FROM customers.login_attempts WHERE last_at < $1::timestamptz - interval '1 day' AND key_hash <> $2`,
);
const RESERVE = sql(
  'customers.reserve_login_attempt',
  `INSERT INTO customers.login_attempts AS a (key_hash, failures, last_at) VALUES ($1, 1, $2)
   ON CONFLICT (key_hash) DO UPDATE SET
     failures = CASE WHEN a.locked_until IS NULL THEN a.failures + 1 ELSE 1 END,
     locked_until = CASE WHEN a.locked_until IS NULL AND a.failures + 1 >= $3
       THEN $2::timestamptz + make_interval(secs => $4) END,
     last_at = $2
   WHERE a.locked_until IS NULL OR a.locked_until <= $2
   RETURNING failures`,
);
const LOCKED_UNTIL = sql(
  'customers.login_locked_until',
  'SELECT locked_until FROM customers.login_attempts WHERE key_hash = $1',
);
const FORGIVE = sql('customers.forgive_login', 'DELETE FROM customers.login_attempts WHERE key_hash = $1');

@Injectable()
export class SqlLoginAttempts extends LoginAttempts {
  private readonly key: Buffer;

  constructor(config: AppConfig) {
    super();
    this.key = derivedKey(config.dataKey, 'noche customer login attempts 1');
  }

  async reserve(tx: Transaction, key: string, at: Date): Promise<void> {
    const hash = hmacSha256(this.key, key);
    await sqlOf(tx).rows(FORGET_OLD, [at, hash]);
    const reserved = await sqlOf(tx).rows(RESERVE, [hash, at, LOGIN_ATTEMPTS, LOGIN_LOCK_SECONDS]);
    if (reserved.length > 0) return;
    const [row] = await sqlOf(tx).rows<{ locked_until: Date | null }>(LOCKED_UNTIL, [hash]);
    const left = ((row?.locked_until ?? at).getTime() - at.getTime()) / 1000;
    throw new DomainError('customer.locked', 'rate_limited', { retryAfterS: Math.max(1, Math.ceil(left)) });
  }

  async forgive(tx: Transaction, key: string): Promise<void> {
    await sqlOf(tx).rows(FORGIVE, [hmacSha256(this.key, key)]);
  }
}
