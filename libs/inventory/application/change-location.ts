import { Injectable } from '@nestjs/common';
import { Actor, changesOf, Clock, DomainError, merged, Transactions } from '@libs/kernel';
import { StockLocation, LocationFields, StoreRepository } from '../domain';
import { stockEvent } from './stock-event';

/** A place where stock lies gets another name, or is switched on or off. */
@Injectable()
export class ChangeLocation {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: StoreRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `stock.location_not_found`, `stock.name_taken` */
  execute(
    actor: Actor,
    id: string,
    changes: { [K in keyof LocationFields]?: LocationFields[K] | undefined },
  ): Promise<StockLocation> {
    return this.transactions.run(async (tx) => {
      const before = await this.store.location(tx, actor.venueId, id);
      if (!before) throw new DomainError('stock.location_not_found', 'not_found');
      const after = merged<StockLocation>(before, changes);
      const data = changesOf(before, after);
      if (!data) return before;
      const event = stockEvent(
        'inventory.location_changed',
        id,
        { name: before.name, ...data },
        actor,
        this.clock.now(),
      );
      await this.store.updateLocation(tx, after, [event]);
      return after;
    });
  }
}
