import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Transactions } from '@libs/kernel';
import { MenuRepository } from '../domain';
import { menuEvent } from './menu-event';

/** Many list prices change together, or none does. */
@Injectable()
export class ChangePrices {
  constructor(
    private readonly transactions: Transactions,
    private readonly menu: MenuRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param prices in pesos, each product once
   * @throws DomainError `catalog.product_not_found` when one of them is not of the house
   */
  execute(actor: Actor, prices: readonly { id: string; price: number }[]): Promise<{ changed: number }> {
    return this.transactions.run(async (tx) => {
      const ids = prices.map(({ id }) => id);
      if (!(await this.menu.hasProducts(tx, actor.venueId, ids))) {
        throw new DomainError('catalog.product_not_found', 'not_found');
      }
      const at = this.clock.now();
      const changes = await this.menu.setPrices(tx, actor.venueId, prices, at);
      const events = changes.map(({ productId, before, after }) => {
        const data = { before: { price: before }, after: { price: after } };
        return menuEvent('catalog.product_changed', productId, data, actor, at);
      });
      await this.menu.publish(tx, events);
      return { changed: changes.length };
    });
  }
}
