import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, newId, Transaction, Transactions } from '@libs/kernel';
import { CODE_BYTES, CustomerRepository, guestCode, GuestCodeBook, Journal } from '../domain';
import { Chance } from './ports';

/** The printed card of a guest who comes without a phone. */
@Injectable()
export class ManageCards {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly chance: Chance,
    private readonly customers: CustomerRepository,
    private readonly codes: GuestCodeBook,
    private readonly journal: Journal,
  ) {}

  /**
   * Makes a card; the one before counts no more.
   * @returns its code, told once @throws DomainError `customer.unknown`, `guest.disabled` (conflict)
   */
  issue(actor: Actor, customerId: string): Promise<{ readonly code: string; readonly issuedAt: Date }> {
    const at = this.clock.now();
    return this.transactions.run(async (tx) => {
      const isActive = await this.hold(tx, actor, customerId);
      if (!isActive) throw new DomainError('guest.disabled', 'conflict');
      const code = guestCode('card', this.chance.bytes(CODE_BYTES));
      await this.codes.revokeCard(tx, customerId, actor.employeeId, at);
      const id = newId(at.getTime());
      await this.codes.addCard(tx, { id, customerId, code, issuedBy: actor.employeeId, at });
      await this.tell(tx, actor, customerId, 'customers.card_issued', at);
      return { code, issuedAt: at };
    });
  }

  /** @throws DomainError `customer.unknown`, `guest.no_card` (not_found) */
  revoke(actor: Actor, customerId: string): Promise<void> {
    const at = this.clock.now();
    return this.transactions.run(async (tx) => {
      await this.hold(tx, actor, customerId);
      const revoked = await this.codes.revokeCard(tx, customerId, actor.employeeId, at);
      if (!revoked) throw new DomainError('guest.no_card', 'not_found');
      await this.tell(tx, actor, customerId, 'customers.card_revoked', at);
    });
  }

  /** @returns whether the account is open */
  private async hold(tx: Transaction, actor: Actor, customerId: string): Promise<boolean> {
    const { state } = await this.customers.lock(tx, customerId);
    if (state.venueId !== actor.venueId) throw new DomainError('customer.unknown', 'not_found');
    return state.isActive;
  }

  private tell(tx: Transaction, actor: Actor, subjectId: string, type: string, occurredAt: Date): Promise<void> {
    const { venueId } = actor;
    const event = domainEvent({ type, venueId, subjectId, actor: actorRef(actor), data: {}, occurredAt });
    return this.journal.write(tx, [event]);
  }
}
