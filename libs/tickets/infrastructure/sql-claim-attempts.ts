import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { AttemptLock, sha256 } from '@libs/platform';
import { ClaimAttempts } from '../application';

const LOCK = new AttemptLock({ table: 'tickets.claim_attempts', key: 'key_hash', most: 10, lockSeconds: 900 });

@Injectable()
export class SqlClaimAttempts extends ClaimAttempts {
  async reserve(tx: Transaction, customerId: string, at: Date): Promise<void> {
    const retryAfterS = await LOCK.reserve(tx, sha256(customerId), at);
    if (retryAfterS !== undefined) throw new DomainError('ticket.claims_locked', 'rate_limited', { retryAfterS });
  }

  giveBack(tx: Transaction, customerId: string): Promise<void> {
    return LOCK.giveBack(tx, sha256(customerId));
  }
}
