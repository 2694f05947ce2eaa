import { Injectable } from '@nestjs/common';
import { Actor, changesOf, Clock, DomainError, onWire, Transactions } from '@libs/kernel';
import { RecipeItem, StockBook, StoreRepository } from '../domain';
import { stockEvent } from './stock-event';

/** What one portion of a product takes is written down anew; sales before keep what they took. */
@Injectable()
export class SetRecipe {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: StoreRepository,
    private readonly stock: StockBook,
    private readonly clock: Clock,
  ) {}

  /**
   * @param items each ingredient once; none of them when the product takes nothing from stock
   * @throws DomainError `stock.product_not_found`, `stock.ingredient_not_found`
   */
  execute(actor: Actor, productId: string, items: readonly RecipeItem[]): Promise<void> {
    return this.transactions.run(async (tx) => {
      const before = await this.store.recipe(tx, actor.venueId, productId);
      if (!before) throw new DomainError('stock.product_not_found', 'not_found');
      const ingredients = items.map((item) => item.ingredientId);
      const unknown = await this.stock.unknown(tx, actor.venueId, { locations: [], ingredients });
      if (unknown.ingredients > 0) throw new DomainError('stock.ingredient_not_found', 'not_found');
      const shown = (list: readonly RecipeItem[]) => ({ items: list.map(onWire) });
      const changes = changesOf(shown(before.items), shown(items));
      if (!changes) return;
      const data = { name: before.productName, ...changes };
      await this.store.setRecipe(tx, productId, items, [
        stockEvent('inventory.recipe_changed', productId, data, actor, this.clock.now()),
      ]);
    });
  }
}
