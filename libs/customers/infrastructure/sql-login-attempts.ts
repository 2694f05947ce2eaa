import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { AppConfig, AttemptLock, derivedKey, hmacSha256 } from '@libs/platform';
import { LOGIN_ATTEMPTS, LOGIN_LOCK_SECONDS, LoginAttempts } from '../domain';

const LOCK = new AttemptLock({
  ...{ table: 'customers.login_attempts', key: 'key_hash' },
  ...{ most: LOGIN_ATTEMPTS, lockSeconds: LOGIN_LOCK_SECONDS },
});

@Injectable()
export class SqlLoginAttempts extends LoginAttempts {
  private readonly key: Buffer;

  constructor(config: AppConfig) {
    super();
    this.key = derivedKey(config.dataKey, 'noche customer login attempts 1');
  }

  async reserve(tx: Transaction, key: string, at: Date): Promise<void> {
    const retryAfterS = await LOCK.reserve(tx, hmacSha256(this.key, key), at);
    if (retryAfterS !== undefined) throw new DomainError('customer.locked', 'rate_limited', { retryAfterS });
  }

  async forgive(tx: Transaction, key: string): Promise<void> {
    await LOCK.forgive(tx, hmacSha256(this.key, key));
  }
}
