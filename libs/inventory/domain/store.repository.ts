import { DomainEvent, Transaction } from '@libs/kernel';
import { Ingredient, RecipeItem, StockLocation } from './ingredient';

type Events = readonly DomainEvent[];

/**
 * Where ingredients, locations and recipes are kept. What is found is locked until the transaction ends; of another
 * house nothing is found. Writes throw DomainError `stock.name_taken` when the house has another of that name.
 */
export abstract class StoreRepository {
  abstract ingredient(tx: Transaction, venueId: string, id: string): Promise<Ingredient | undefined>;
  abstract addIngredient(tx: Transaction, ingredient: Ingredient, events: Events): Promise<void>;
  abstract updateIngredient(tx: Transaction, ingredient: Ingredient, events: Events): Promise<void>;

  abstract location(tx: Transaction, venueId: string, id: string): Promise<StockLocation | undefined>;
  abstract addLocation(tx: Transaction, location: StockLocation, events: Events): Promise<void>;
  abstract updateLocation(tx: Transaction, location: StockLocation, events: Events): Promise<void>;

  /** @returns undefined when the house has no such product; its recipe is locked until the transaction ends */
  abstract recipe(
    tx: Transaction,
    venueId: string,
    productId: string,
  ): Promise<{ productName: string; items: RecipeItem[] } | undefined>;
  abstract setRecipe(tx: Transaction, productId: string, items: readonly RecipeItem[], events: Events): Promise<void>;
}
