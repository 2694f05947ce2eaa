import { Injectable } from '@nestjs/common';
import { Actor, Clock, newId, onWire, Transactions } from '@libs/kernel';
import { StockLocation, LocationFields, StoreRepository } from '../domain';
import { stockEvent } from './stock-event';

/** A new place where stock lies. */
@Injectable()
export class AddLocation {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: StoreRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `stock.name_taken` */
  execute(actor: Actor, fields: LocationFields): Promise<StockLocation> {
    const location = { ...fields, id: newId(), venueId: actor.venueId };
    const data = { after: onWire(fields) };
    const event = stockEvent('inventory.location_added', location.id, data, actor, this.clock.now());
    return this.transactions.run(async (tx) => {
      await this.store.addLocation(tx, location, [event]);
      return location;
    });
  }
}
