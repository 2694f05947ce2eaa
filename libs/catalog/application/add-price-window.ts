import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, newId, onWire, Transactions } from '@libs/kernel';
import { MenuRepository, WindowFields, WindowPlan } from '../domain';
import { menuEvent } from './menu-event';

/** A happy hour, or any other stretch of the week with prices of its own. */
@Injectable()
export class AddPriceWindow {
  constructor(
    private readonly transactions: Transactions,
    private readonly menu: MenuRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.product_not_found`, `catalog.name_taken` */
  execute(actor: Actor, fields: WindowFields): Promise<WindowPlan> {
    const window = { ...fields, id: newId(), venueId: actor.venueId };
    return this.transactions.run(async (tx) => {
      const ids = fields.prices.map(({ productId }) => productId);
      if (!(await this.menu.hasProducts(tx, actor.venueId, ids))) {
        throw new DomainError('catalog.product_not_found', 'not_found');
      }
      const data = { after: onWire(fields) };
      await this.menu.addWindow(tx, window, [
        menuEvent('catalog.price_window_added', window.id, data, actor, this.clock.now()),
      ]);
      return window;
    });
  }
}
