import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '@libs/kernel';
import { cursorAs, Database, Page, sql, toPage, uuid } from '@libs/platform';
import { costOf, Ingredient, StockLocation } from '../application';
import { STOCK_LOCATIONS } from './tables';

export interface RecipeRow {
  readonly productId: string;
  readonly items: {
    readonly ingredientId: string;
    readonly name: string;
    readonly baseUnit: Ingredient['baseUnit'];
    readonly quantity: number;
    readonly tolerancePct: number;
    /** In whole pesos. */
    readonly cost: number;
  }[];
  /** What a portion costs, in whole pesos: the sum of what is shown. */
  readonly cost: number;
}

export interface StockRow {
  readonly locationId: string;
  readonly locationName: string;
  readonly ingredientId: string;
  readonly name: string;
  readonly baseUnit: Ingredient['baseUnit'];
  readonly onHand: number;
  readonly packageSize: number;
  readonly isStrict: boolean;
  /** In whole pesos. */
  readonly value: number;
}

const INGREDIENTS = sql(
  'inventory.list_ingredients',
  `SELECT id, venue_id AS "venueId", name, base_unit AS "baseUnit", package_size AS "packageSize",
     package_cost AS "packageCost", is_strict AS "isStrict", is_active AS "isActive"
   FROM inventory.ingredients
   WHERE venue_id = $1 AND ($2::text IS NULL OR (name, id) > ($2, $3::uuid)) ORDER BY name, id LIMIT $4`,
);
const RECIPES = sql(
  'inventory.list_recipes',
  `SELECT r.product_id AS "productId", r.ingredient_id AS "ingredientId", i.name, i.base_unit AS "baseUnit", r.quantity,
     r.tolerance_pct AS "tolerancePct", i.package_size AS "packageSize", i.package_cost AS "packageCost"
   FROM inventory.recipe_items r JOIN inventory.ingredients i ON i.id = r.ingredient_id
   WHERE i.venue_id = $1 AND ($2::uuid IS NULL OR r.product_id = $2) ORDER BY r.product_id, i.name`,
);
/** What may be counted somewhere, and what lies where it no longer should. */
const STOCK = sql(
  'inventory.list_stock',
  `SELECT l.id AS "locationId", l.name AS "locationName", i.id AS "ingredientId", i.name, i.base_unit AS "baseUnit",
     coalesce(level.on_hand, 0) AS "onHand", i.package_size AS "packageSize", i.package_cost AS "packageCost",
     i.is_strict AS "isStrict"
   FROM inventory.stock_locations l CROSS JOIN inventory.ingredients i
   LEFT JOIN inventory.stock_levels level ON level.location_id = l.id AND level.ingredient_id = i.id
   WHERE l.venue_id = $1 AND i.venue_id = $1 AND ($2::uuid IS NULL OR l.id = $2)
     AND ((l.is_active AND i.is_active) OR coalesce(level.on_hand, 0) <> 0)
   ORDER BY l.name, i.name`,
);
const REGISTER_LOCATION = sql(
  'inventory.register_location',
  'SELECT location_id FROM sales.registers WHERE venue_id = $1 AND id = $2',
);

type Priced = Pick<Ingredient, 'packageSize' | 'packageCost'>;
type RecipeItemRow = Priced & Omit<RecipeRow['items'][number], 'cost'> & { readonly productId: string };

/** The store as the back office works on it. */
@Injectable()
export class InventoryQueries {
  constructor(private readonly database: Database) {}

  locations(venueId: string): Promise<StockLocation[]> {
    return this.database.dataSource.manager.find(STOCK_LOCATIONS, { where: { venueId }, order: { name: 'ASC' } });
  }

  async ingredients(venueId: string, limit: number, cursor?: string): Promise<Page<Ingredient>> {
    const [name, id] = cursorAs(cursor, [z.string().max(200), uuid]) ?? [null, null];
    const rows = await this.database.rows<Ingredient>(INGREDIENTS, [venueId, name, id, limit + 1]);
    return toPage(rows, limit, (row) => [row.name, row.id]);
  }

  /** Of products that take something from stock. */
  async recipes(venueId: string): Promise<RecipeRow[]> {
    return recipesOf(await this.database.rows<RecipeItemRow>(RECIPES, [venueId, null]));
  }

  async recipe(venueId: string, productId: string): Promise<RecipeRow> {
    const rows = await this.database.rows<RecipeItemRow>(RECIPES, [venueId, productId]);
    return recipesOf(rows)[0] ?? { productId, items: [], cost: 0 };
  }

  async stock(venueId: string, locationId?: string): Promise<StockRow[]> {
    const rows = await this.database.rows<Omit<StockRow, 'value'> & Priced>(STOCK, [venueId, locationId ?? null]);
    return rows.map((row) => ({ ...row, value: costOf(row.onHand, row) }));
  }

  /** @throws DomainError `stock.register_not_found` */
  async locationOfRegister(venueId: string, registerId: string): Promise<string> {
    const [row] = await this.database.rows<{ location_id: string }>(REGISTER_LOCATION, [venueId, registerId]);
    if (!row) throw new DomainError('stock.register_not_found', 'not_found');
    return row.location_id;
  }
}

function recipesOf(rows: readonly RecipeItemRow[]): RecipeRow[] {
  const recipes = new Map<string, RecipeRow['items']>();
  for (const { productId, packageSize, packageCost, ...item } of rows) {
    const items = recipes.get(productId) ?? [];
    items.push({ ...item, cost: costOf(item.quantity, { packageSize, packageCost }) });
    recipes.set(productId, items);
  }
  return [...recipes].map(([productId, items]) => ({
    productId,
    items,
    cost: items.reduce((sum, item) => sum + item.cost, 0),
  }));
}
