import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, Transactions } from '@libs/kernel';
import { CustomerRepository, SessionBook } from '../domain';

/** The house shuts a customer's account, or opens it again. */
@Injectable()
export class SwitchAccess {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly sessions: SessionBook,
    private readonly clock: Clock,
  ) {}

  /** Every token ends at once. @throws DomainError `customer.unknown` */
  async disable(actor: Actor, customerId: string, reason: string): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      const customer = await this.customers.lock(tx, customerId);
      if (customer.state.venueId !== actor.venueId) throw new DomainError('customer.unknown', 'not_found');
      customer.disable(reason, { by: actorRef(actor), at });
      await this.customers.update(tx, customer, at);
      await this.sessions.endAll(tx, customerId, at);
    });
  }

  /** The guest logs in anew. @throws DomainError `customer.unknown`, `customer.deleted` */
  async enable(actor: Actor, customerId: string): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      const customer = await this.customers.lock(tx, customerId);
      if (customer.state.venueId !== actor.venueId) throw new DomainError('customer.unknown', 'not_found');
      customer.enable({ by: actorRef(actor), at });
      await this.customers.update(tx, customer, at);
    });
  }
}
