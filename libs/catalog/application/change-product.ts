import { Injectable } from '@nestjs/common';
import { Actor, changesOf, Clock, DomainError, merged, Transactions } from '@libs/kernel';
import { MenuRepository, Product, ProductFields } from '../domain';
import { menuEvent } from './menu-event';

/** A product gets another price, name or place, or is switched on or off. */
@Injectable()
export class ChangeProduct {
  constructor(
    private readonly transactions: Transactions,
    private readonly menu: MenuRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param seen the version that the caller looked at, to change nothing that somebody else changed meanwhile
   * @throws DomainError `catalog.product_not_found`, `catalog.category_not_found`, `catalog.name_taken`,
   *   `catalog.changed_meanwhile`
   */
  execute(
    actor: Actor,
    id: string,
    changes: { [K in keyof ProductFields]?: ProductFields[K] | undefined },
    seen?: number,
  ): Promise<void> {
    return this.transactions.run(async (tx) => {
      const before = await this.menu.product(tx, actor.venueId, id);
      if (!before) throw new DomainError('catalog.product_not_found', 'not_found');
      if (seen !== undefined && seen !== before.version) {
        throw new DomainError('catalog.changed_meanwhile', 'conflict', { version: before.version });
      }
      const after = merged<Product>(before, changes);
      const data = changesOf(before, after);
      if (!data) return;
      if (after.categoryId !== before.categoryId && !(await this.menu.category(tx, actor.venueId, after.categoryId))) {
        throw new DomainError('catalog.category_not_found', 'not_found');
      }
      const at = this.clock.now();
      const event = menuEvent('catalog.product_changed', id, { name: before.name, ...data }, actor, at);
      await this.menu.updateProduct(tx, { ...after, updatedAt: at, version: before.version + 1 }, [event]);
    });
  }
}
