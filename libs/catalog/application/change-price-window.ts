import { Injectable } from '@nestjs/common';
import { Actor, changesOf, Clock, DomainError, merged, Transactions } from '@libs/kernel';
import { MenuRepository, WindowFields, WindowPlan } from '../domain';
import { menuEvent } from './menu-event';

/** A price window gets other hours or prices, or is switched on or off. */
@Injectable()
export class ChangePriceWindow {
  constructor(
    private readonly transactions: Transactions,
    private readonly menu: MenuRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Prices, when given, replace those that were there.
   * @throws DomainError `catalog.window_not_found`, `catalog.product_not_found`, `catalog.name_taken`
   */
  execute(
    actor: Actor,
    id: string,
    changes: { [K in keyof WindowFields]?: WindowFields[K] | undefined },
  ): Promise<WindowPlan> {
    return this.transactions.run(async (tx) => {
      const before = await this.menu.window(tx, actor.venueId, id);
      if (!before) throw new DomainError('catalog.window_not_found', 'not_found');
      const ids = (changes.prices ?? []).map(({ productId }) => productId);
      if (!(await this.menu.hasProducts(tx, actor.venueId, ids))) {
        throw new DomainError('catalog.product_not_found', 'not_found');
      }
      const after = merged<WindowPlan>(before, changes);
      const data = changesOf(before, after);
      if (!data) return before;
      await this.menu.updateWindow(tx, after, [
        menuEvent('catalog.price_window_changed', id, { name: before.name, ...data }, actor, this.clock.now()),
      ]);
      return after;
    });
  }
}
