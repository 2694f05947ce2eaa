import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, newId, onWire, Transactions } from '@libs/kernel';
import { MenuRepository, Product, ProductFields } from '../domain';
import { menuEvent } from './menu-event';

/** Something new to sell. */
@Injectable()
export class AddProduct {
  constructor(
    private readonly transactions: Transactions,
    private readonly menu: MenuRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `catalog.category_not_found`, `catalog.name_taken` */
  execute(actor: Actor, fields: ProductFields): Promise<Product> {
    const at = this.clock.now();
    const product = { ...fields, id: newId(), venueId: actor.venueId, updatedAt: at, version: 1 };
    return this.transactions.run(async (tx) => {
      const category = await this.menu.category(tx, actor.venueId, fields.categoryId);
      if (!category) throw new DomainError('catalog.category_not_found', 'not_found');
      const data = { after: onWire(fields) };
      await this.menu.addProduct(tx, product, [menuEvent('catalog.product_added', product.id, data, actor, at)]);
      return product;
    });
  }
}
