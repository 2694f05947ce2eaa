import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transactions } from '@libs/kernel';
import { CustomerRepository, normalEmail } from '../domain';
import { ConfirmPassword } from './confirm-password';
import { OpenSession, Tokens } from './open-session';
import { Asker, Houses } from './ports';

export interface Login {
  readonly venueId: string | undefined;
  readonly email: string;
  readonly password: string;
}

/** A guest logs in by address and password. */
@Injectable()
export class LogIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly confirm: ConfirmPassword,
    private readonly openSession: OpenSession,
    private readonly houses: Houses,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `customer.wrong`, `customer.locked` (facts retryAfterS), `customer.disabled` */
  async execute({ venueId, email, password }: Login, { ip }: Asker): Promise<Tokens> {
    const venue = await this.houses.find(venueId);
    const address = normalEmail(email);
    const known = await this.customers.findByEmail(venue.id, address);
    const isRight = await this.confirm.execute(known, { venueId: venue.id, email: address, password, ip });
    if (!known || !isRight) throw new DomainError('customer.wrong', 'unauthenticated');
    return this.transactions.run(async (tx) => {
      const customer = await this.customers.lock(tx, known.uuid);
      // The password may have been changed, or the account shut, while this one was being checked.
      if (customer.state.passwordHash !== known.state.passwordHash) {
        throw new DomainError('customer.wrong', 'unauthenticated');
      }
      if (!customer.state.isActive) throw new DomainError('customer.disabled', 'forbidden');
      return this.openSession.execute(tx, customer, this.clock.now());
    });
  }
}
