import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, Transactions } from '@libs/kernel';
import { Bar, BarRepository } from './bar-repository';

export type BarChange = Partial<Pick<Bar, 'name' | 'locationId' | 'isActive'>>;

/** Renames or moves a bar, closes it or opens it again. */
@Injectable()
export class ChangeBar {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly bars: BarRepository,
  ) {}

  /** @throws DomainError `bar.unknown`, `bar.location_unknown` (not_found), `bar.name_taken` (conflict) */
  execute(actor: Actor, barId: string, change: BarChange): Promise<Bar> {
    return this.transactions.run(async (tx) => {
      const before = await this.bars.take(tx, barId, actor.venueId);
      if (!before) throw new DomainError('bar.unknown', 'not_found');
      const after: Bar = { ...before, ...change };
      const event = domainEvent({
        ...{ type: 'tickets.bar_changed', venueId: actor.venueId, subjectId: barId, actor: actorRef(actor) },
        data: { before: shown(before), after: shown(after) },
        occurredAt: this.clock.now(),
      });
      await this.bars.change(tx, after, [event]);
      return after;
    });
  }
}

function shown({ name, locationId, isActive }: Bar) {
  return { name, location_id: locationId, is_active: isActive };
}
