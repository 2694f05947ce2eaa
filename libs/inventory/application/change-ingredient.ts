import { Injectable } from '@nestjs/common';
import { Actor, changesOf, Clock, DomainError, merged, Transactions } from '@libs/kernel';
import { Ingredient, IngredientFields, StoreRepository } from '../domain';
import { stockEvent } from './stock-event';

/** An ingredient gets another name, package or price, or is switched on or off. */
@Injectable()
export class ChangeIngredient {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: StoreRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `stock.ingredient_not_found`, `stock.name_taken` */
  execute(
    actor: Actor,
    id: string,
    changes: { [K in keyof IngredientFields]?: IngredientFields[K] | undefined },
  ): Promise<Ingredient> {
    return this.transactions.run(async (tx) => {
      const before = await this.store.ingredient(tx, actor.venueId, id);
      if (!before) throw new DomainError('stock.ingredient_not_found', 'not_found');
      const after = merged<Ingredient>(before, changes);
      const data = changesOf(before, after);
      if (!data) return before;
      const event = stockEvent(
        'inventory.ingredient_changed',
        id,
        { name: before.name, ...data },
        actor,
        this.clock.now(),
      );
      await this.store.updateIngredient(tx, after, [event]);
      return after;
    });
  }
}
