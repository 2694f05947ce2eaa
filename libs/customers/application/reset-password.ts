import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transactions } from '@libs/kernel';
import { ChallengeBook, checkPassword, CustomerRepository, readCode, SessionBook } from '../domain';
import { actOf } from './acts';
import { Asker, Houses, Mailer, PasswordHasher } from './ports';

export interface Reset {
  readonly handle: string;
  readonly code: string;
  readonly password: string;
}

/** A guest sets a new password by the code from the mail, once. Every login ends. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly challenges: ChallengeBook,
    private readonly sessions: SessionBook,
    private readonly hasher: PasswordHasher,
    private readonly houses: Houses,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `customer.code_wrong`, `password.*` for a bad new one */
  async execute({ handle, code, password }: Reset, { ip, language }: Asker): Promise<void> {
    checkPassword(password, '');
    const hash = await this.hasher.hash(password);
    const at = this.clock.now();
    const done = await this.transactions.run(async (tx) => {
      const payload = await this.challenges.take(tx, 'reset', handle, readCode(code), at);
      if (payload === null) return undefined;
      const customer = await this.customers.lock(tx, JSON.parse(payload) as string);
      const { isActive, email, venueId } = customer.state;
      if (!isActive || email === null) return undefined;
      checkPassword(password, email);
      customer.setPassword(hash, 'reset', actOf(ip, at));
      await this.customers.update(tx, customer, at);
      await this.sessions.endAll(tx, customer.uuid, at);
      await this.challenges.forget(tx, venueId, email);
      return { email, venueId };
    });
    // Refused only now: the wrong try has to stay counted.
    if (!done) throw new DomainError('customer.code_wrong', 'invalid');
    const venue = await this.houses.find(done.venueId);
    this.mailer.post({ kind: 'password_changed', to: done.email, language, venueName: venue.name });
  }
}
