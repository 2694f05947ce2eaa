import { Injectable } from '@nestjs/common';
import { Actor, Clock, newId, onWire, Transactions } from '@libs/kernel';
import { Ingredient, IngredientFields, StoreRepository } from '../domain';
import { stockEvent } from './stock-event';

/** A new ingredient. */
@Injectable()
export class AddIngredient {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: StoreRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `stock.name_taken` */
  execute(actor: Actor, fields: IngredientFields): Promise<Ingredient> {
    const ingredient = { ...fields, id: newId(), venueId: actor.venueId };
    const data = { after: onWire(fields) };
    const event = stockEvent('inventory.ingredient_added', ingredient.id, data, actor, this.clock.now());
    return this.transactions.run(async (tx) => {
      await this.store.addIngredient(tx, ingredient, [event]);
      return ingredient;
    });
  }
}
