import { Injectable } from '@nestjs/common';
import { EntitySchema, ObjectLiteral } from 'typeorm';
import { DomainError, DomainEvent, Transaction } from '@libs/kernel';
import { Sql, sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { Ingredient, RecipeItem, StockLocation, StoreRepository } from '../domain';
import { INGREDIENTS, STOCK_LOCATIONS } from './tables';

const lockRow = (table: string): Sql =>
  sql(`inventory.lock_${table}`, `SELECT 1 FROM inventory.${table} WHERE venue_id = $1 AND id = $2 FOR NO KEY UPDATE`);
const LOCK_INGREDIENT = lockRow('ingredients');
const LOCK_LOCATION = lockRow('stock_locations');

/** The product's row stands for its recipe: two who write one recipe follow each other. */
const LOCK_RECIPE = sql(
  'inventory.lock_recipe',
  'SELECT name FROM catalog.products WHERE venue_id = $1 AND id = $2 FOR NO KEY UPDATE',
);
const RECIPE = sql(
  'inventory.recipe_items',
  `SELECT ingredient_id AS "ingredientId", quantity, tolerance_pct AS "tolerancePct"
   FROM inventory.recipe_items WHERE product_id = $1 ORDER BY ingredient_id`,
);
const CLEAR_RECIPE = sql('inventory.clear_recipe', 'DELETE FROM inventory.recipe_items WHERE product_id = $1');
const WRITE_RECIPE = sql(
  'inventory.write_recipe',
  `INSERT INTO inventory.recipe_items (product_id, ingredient_id, quantity, tolerance_pct)
   SELECT $1, * FROM unnest($2::uuid[], $3::int[], $4::int[])`,
);

type Events = readonly DomainEvent[];
type Row = ObjectLiteral & { readonly id: string };

/** {@link StoreRepository} on Postgres. */
@Injectable()
export class TypeormStoreRepository extends StoreRepository {
  ingredient(tx: Transaction, venueId: string, id: string): Promise<Ingredient | undefined> {
    return this.find(tx, INGREDIENTS, LOCK_INGREDIENT, venueId, id);
  }

  addIngredient(tx: Transaction, ingredient: Ingredient, events: Events): Promise<void> {
    return this.insert(tx, INGREDIENTS, ingredient, events);
  }

  updateIngredient(tx: Transaction, ingredient: Ingredient, events: Events): Promise<void> {
    return this.update(tx, INGREDIENTS, ingredient, events);
  }

  location(tx: Transaction, venueId: string, id: string): Promise<StockLocation | undefined> {
    return this.find(tx, STOCK_LOCATIONS, LOCK_LOCATION, venueId, id);
  }

  addLocation(tx: Transaction, location: StockLocation, events: Events): Promise<void> {
    return this.insert(tx, STOCK_LOCATIONS, location, events);
  }

  updateLocation(tx: Transaction, location: StockLocation, events: Events): Promise<void> {
    return this.update(tx, STOCK_LOCATIONS, location, events);
  }

  async recipe(
    tx: Transaction,
    venueId: string,
    productId: string,
  ): Promise<{ productName: string; items: RecipeItem[] } | undefined> {
    const [product] = await sqlOf(tx).rows<{ name: string }>(LOCK_RECIPE, [venueId, productId]);
    return product && { productName: product.name, items: await sqlOf(tx).rows<RecipeItem>(RECIPE, [productId]) };
  }

  async setRecipe(tx: Transaction, productId: string, items: readonly RecipeItem[], events: Events): Promise<void> {
    await sqlOf(tx).rows(CLEAR_RECIPE, [productId]);
    await sqlOf(tx).rows(WRITE_RECIPE, [
      productId,
      items.map((item) => item.ingredientId),
      items.map((item) => item.quantity),
      items.map((item) => item.tolerancePct),
    ]);
    await writeOutbox(tx, events);
  }

  private async find<T extends Row>(
    tx: Transaction,
    schema: EntitySchema<T>,
    lock: Sql,
    venueId: string,
    id: string,
  ): Promise<T | undefined> {
    await sqlOf(tx).rows(lock, [venueId, id]);
    const query = sqlOf(tx).manager.createQueryBuilder(schema, 'row').where({ id, venueId });
    return (await query.getOne()) ?? undefined;
  }

  private async insert<T extends Row>(tx: Transaction, schema: EntitySchema<T>, row: T, events: Events): Promise<void> {
    const query = sqlOf(tx).manager.createQueryBuilder().insert().into<Row>(schema).values(row);
    await query.execute().catch(refuseTakenName);
    await writeOutbox(tx, events);
  }

  private async update<T extends Row>(
    tx: Transaction,
    schema: EntitySchema<T>,
    { id, ...columns }: Row,
    events: Events,
  ): Promise<void> {
    const query = sqlOf(tx).manager.createQueryBuilder().update<Row>(schema).set(columns).where({ id });
    await query.execute().catch(refuseTakenName);
    await writeOutbox(tx, events);
  }
}

function refuseTakenName(error: unknown): never {
  const taken = ['ingredients_venue_id_name_key', 'stock_locations_venue_id_name_key'];
  if (taken.some((name) => violates(error, name))) throw new DomainError('stock.name_taken', 'conflict');
  throw error;
}
