import { Injectable } from '@nestjs/common';
import { Actor, changesOf, Clock, DomainError, merged, Transactions } from '@libs/kernel';
import { Category, CategoryFields, MenuRepository } from '../domain';
import { menuEvent } from './menu-event';

/** A shelf of the menu gets another name, look or place, or is switched on or off. */
@Injectable()
export class ChangeCategory {
  constructor(
    private readonly transactions: Transactions,
    private readonly menu: MenuRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.category_not_found`, `catalog.name_taken` */
  execute(
    actor: Actor,
    id: string,
    changes: { [K in keyof CategoryFields]?: CategoryFields[K] | undefined },
  ): Promise<Category> {
    return this.transactions.run(async (tx) => {
      const before = await this.menu.category(tx, actor.venueId, id);
      if (!before) throw new DomainError('catalog.category_not_found', 'not_found');
      const after = merged<Category>(before, changes);
      const data = changesOf(before, after);
      if (!data) return before;
      await this.menu.updateCategory(tx, after, [
        menuEvent('catalog.category_changed', id, data, actor, this.clock.now()),
      ]);
      return after;
    });
  }
}
