import { Injectable } from '@nestjs/common';
import { DomainError } from '@libs/kernel';
import { SlowHash, Turnstile } from '@libs/platform';
import { PasswordHasher } from '../application';

/** Of the house's four places at the slow hash: a crowd of guests must not keep the staff from logging in. */
const PLACES = 2;
/** Some two seconds of work; whoever comes after that is asked to come again. */
const LONGEST_QUEUE = 400;

/** The house's slow hash, for guests. */
@Injectable()
export class SlowPasswordHasher extends PasswordHasher {
  private readonly turnstile = new Turnstile(PLACES);

  constructor(private readonly slow: SlowHash) {
    super();
  }

  hash(password: string): Promise<string> {
    return this.inTurn(() => this.slow.hash(password));
  }

  matches(known: string | null, password: string): Promise<boolean> {
    return this.inTurn(() => this.slow.matches(known, password));
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.turnstile.waiting >= LONGEST_QUEUE) {
      throw new DomainError('customer.busy', 'unavailable', { retryAfterS: 5 });
    }
    return this.turnstile.pass(work);
  }
}
