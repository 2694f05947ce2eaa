import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, domainEvent, Transactions } from '@libs/kernel';
import { Journal, PinBook } from '../domain';

/** A supervisor lets somebody try their PIN again. */
@Injectable()
export class UnlockEmployee {
  constructor(
    private readonly transactions: Transactions,
    private readonly pins: PinBook,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `staff.employee_unknown` */
  async execute(actor: Actor, id: string): Promise<void> {
    const occurredAt = this.clock.now();
    const { venueId } = actor;
    await this.transactions.run(async (tx) => {
      const name = await this.pins.unlock(tx, venueId, id);
      if (name === undefined) throw new DomainError('staff.employee_unknown', 'not_found');
      const event = { type: 'staff.pin_unlocked', venueId, subjectId: id, actor: actorRef(actor) };
      await this.journal.write(tx, [domainEvent({ ...event, data: { name }, occurredAt })]);
    });
  }
}
