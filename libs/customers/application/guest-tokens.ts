import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Transaction } from '@libs/kernel';
import { RecognisedGuest, RecognitionBook } from '../domain';

/** What a recognised guest's token is good for, in the caller's transaction. Each sends one statement before its first wait. */
@Injectable()
export class GuestTokens {
  constructor(
    private readonly clock: Clock,
    private readonly recognitions: RecognitionBook,
  ) {}

  /** @throws DomainError `guest.token_invalid` (conflict): unknown, over, or of another session or tablet */
  async guest(tx: Transaction, actor: Actor, token: string): Promise<RecognisedGuest> {
    const guest = await this.recognitions.find(tx, actor, token, this.clock.now());
    if (!guest) throw new DomainError('guest.token_invalid', 'conflict');
    return guest;
  }

  /**
   * The guest agrees to one payment by showing the code once.
   * @returns the id of the guest who pays
   * @throws DomainError `guest.token_invalid`, `guest.token_paid`, `guest.disabled`, `guest.unconfirmed` (conflict)
   */
  async spend(tx: Transaction, actor: Actor, token: string): Promise<string> {
    const spent = await this.recognitions.spend(tx, actor, token, this.clock.now());
    if ('customerId' in spent) return spent.customerId;
    const { facts } = spent;
    if (!facts) throw new DomainError('guest.token_invalid', 'conflict');
    if (!facts.isActive) throw new DomainError('guest.disabled', 'conflict');
    throw new DomainError(facts.isUnconfirmed ? 'guest.unconfirmed' : 'guest.token_paid', 'conflict');
  }
}
