import { Injectable } from '@nestjs/common';
import { Actor, Clock, newId, onWire, Transactions } from '@libs/kernel';
import { Category, CategoryFields, MenuRepository } from '../domain';
import { menuEvent } from './menu-event';

/** A new shelf on the menu. */
@Injectable()
export class AddCategory {
  constructor(
    private readonly transactions: Transactions,
    private readonly menu: MenuRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.name_taken` */
  execute(actor: Actor, fields: CategoryFields): Promise<Category> {
    const category = { ...fields, id: newId(), venueId: actor.venueId };
    const data = { after: onWire(fields) };
    const event = menuEvent('catalog.category_added', category.id, data, actor, this.clock.now());
    return this.transactions.run(async (tx) => {
      await this.menu.addCategory(tx, category, [event]);
      return category;
    });
  }
}
