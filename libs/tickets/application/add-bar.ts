import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, newId, Transactions } from '@libs/kernel';
import { Bar, BarRepository } from './bar-repository';

/** Sets up a bar. */
@Injectable()
export class AddBar {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly bars: BarRepository,
  ) {}

  /** @throws DomainError `bar.name_taken` (conflict), `bar.location_unknown` (not_found) */
  async execute(actor: Actor, input: { readonly name: string; readonly locationId: string }): Promise<Bar> {
    const at = this.clock.now();
    const bar: Bar = { id: newId(at.getTime()), venueId: actor.venueId, isActive: true, ...input };
    const event = domainEvent({
      ...{ type: 'tickets.bar_added', venueId: bar.venueId, subjectId: bar.id, actor: actorRef(actor), occurredAt: at },
      data: { after: { name: bar.name, location_id: bar.locationId, is_active: true } },
    });
    await this.transactions.run((tx) => this.bars.add(tx, bar, [event]));
    return bar;
  }
}
