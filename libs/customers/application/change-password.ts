import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '@libs/kernel';
import { checkPassword, CustomerRepository, SessionBook } from '../domain';
import { actOf } from './acts';
import { OpenSession, Tokens } from './open-session';
import { OwnPassword } from './own-password';
import { Asker, Houses, Mailer, PasswordHasher } from './ports';

/** A guest changes the password. Every login ends; the one that asked gets new tokens. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly own: OwnPassword,
    private readonly sessions: SessionBook,
    private readonly openSession: OpenSession,
    private readonly hasher: PasswordHasher,
    private readonly houses: Houses,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `password.wrong`, `password.*` for a bad new one, `customer.locked` */
  async execute(customerId: string, current: string, next: string, { ip, language }: Asker): Promise<Tokens> {
    const confirmed = await this.own.confirm(customerId, current, ip);
    const { email, venueId } = confirmed.state;
    checkPassword(next, email ?? '');
    const hash = await this.hasher.hash(next);
    const venue = await this.houses.find(venueId);
    const at = this.clock.now();
    const tokens = await this.transactions.run(async (tx) => {
      const customer = await this.own.lock(tx, confirmed);
      customer.setPassword(hash, 'changed', actOf(ip, at));
      await this.customers.update(tx, customer, at);
      await this.sessions.endAll(tx, customerId, at);
      return this.openSession.execute(tx, customer, at);
    });
    if (email !== null) this.mailer.post({ kind: 'password_changed', to: email, language, venueName: venue.name });
    return tokens;
  }
}
