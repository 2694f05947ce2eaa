import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, onWire, Transactions } from '@libs/kernel';
import { MenuRepository } from '../domain';
import { menuEvent } from './menu-event';

/** A price window is given up; list prices hold again. */
@Injectable()
export class DeletePriceWindow {
  constructor(
    private readonly transactions: Transactions,
    private readonly menu: MenuRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.window_not_found` */
  execute(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const before = await this.menu.window(tx, actor.venueId, id);
      if (!before) throw new DomainError('catalog.window_not_found', 'not_found');
      const data = { before: onWire(before) };
      await this.menu.deleteWindow(tx, id, [
        menuEvent('catalog.price_window_deleted', id, data, actor, this.clock.now()),
      ]);
    });
  }
}
