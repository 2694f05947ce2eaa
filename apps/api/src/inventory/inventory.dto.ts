import { z } from 'zod';
import { Ingredient, OnHand, RecipeItem, StockLocation } from '@libs/inventory/application';
import { RecipeRow, StockRow } from '@libs/inventory/infrastructure';
import { pageOf, text, uuid } from '@libs/platform';

/** Largest quantity of one entry, in base units: 100,000 litres. */
const MAX_QUANTITY = 100_000_000;

const baseUnit = z.enum(['ml', 'g', 'unit']).describe('What quantities are counted in');
const quantity = z.int().min(1).max(MAX_QUANTITY).describe('In base units');
const pesosOf = (what: string) => z.int().describe(`${what}, in pesos`);

export const locationWire = z
  .object({ id: uuid, name: z.string(), is_active: z.boolean() })
  .meta({ id: 'StockLocation' });
export const locationsWire = z.object({ items: z.array(locationWire) }).meta({ id: 'StockLocations' });
export const addLocationBody = z
  .strictObject({ name: text(60), is_active: z.boolean().default(true) })
  .meta({ id: 'AddStockLocation' });
export const changeLocationBody = z
  .strictObject({ name: text(60).optional(), is_active: z.boolean().optional() })
  .meta({ id: 'ChangeStockLocation' });

const ingredientFields = {
  name: text(80),
  base_unit: baseUnit,
  package_size: z.int().min(1).max(MAX_QUANTITY).describe('Content of one package, in base units'),
  package_cost: z.int().min(0).max(100_000_000).describe('What one package costs, in pesos'),
  is_strict: z.boolean().describe('Refused when it runs out; poured things are not'),
  is_active: z.boolean(),
};
export const ingredientWire = z.object({ id: uuid, ...ingredientFields }).meta({ id: 'Ingredient' });
export const ingredientPage = pageOf(ingredientWire).meta({ id: 'IngredientPage' });
export const addIngredientBody = z
  .strictObject({ ...ingredientFields, is_active: z.boolean().default(true) })
  .meta({ id: 'AddIngredient' });
export const changeIngredientBody = z.strictObject(ingredientFields).partial().meta({ id: 'ChangeIngredient' });

export const recipeWire = z
  .object({
    product_id: uuid,
    items: z.array(
      z.object({
        ingredient_id: uuid,
        name: z.string(),
        base_unit: baseUnit,
        quantity,
        tolerance_pct: z.int(),
        cost: pesosOf('What this part costs'),
      }),
    ),
    cost: pesosOf('What a portion costs'),
  })
  .meta({ id: 'Recipe' });
export const recipesWire = z.object({ items: z.array(recipeWire) }).meta({ id: 'Recipes' });
export const setRecipeBody = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          ingredient_id: uuid,
          quantity,
          tolerance_pct: z.int().min(0).max(100).describe("How far a bartender's hand may be off"),
        }),
      )
      .max(30)
      .refine((items) => new Set(items.map((item) => item.ingredient_id)).size === items.length),
  })
  .meta({ id: 'SetRecipe' });
export const productParams = z.object({ product_id: uuid });

export const stockQuery = z.strictObject({ location_id: uuid.optional() });
export const stockWire = z
  .object({
    items: z.array(
      z.object({
        location_id: uuid,
        location_name: z.string(),
        ingredient_id: uuid,
        name: z.string(),
        base_unit: baseUnit,
        on_hand: z.int().describe('In base units; below zero when poured by a generous hand'),
        package_size: z.int(),
        is_strict: z.boolean(),
        value: pesosOf('What it cost'),
      }),
    ),
  })
  .meta({ id: 'Stock' });

export const availableQuery = z.strictObject({ register_id: uuid });
export const availableWire = z
  .object({ items: z.array(z.object({ product_id: uuid, left: z.int().describe('Portions') })) })
  .meta({ id: 'AvailablePortions' });

const note = text(200).optional();
const moved = z
  .array(z.strictObject({ ingredient_id: uuid, quantity }))
  .min(1)
  .max(200)
  .refine((items) => new Set(items.map((item) => item.ingredient_id)).size === items.length);
export const purchaseBody = z.strictObject({ location_id: uuid, items: moved, note }).meta({ id: 'StockPurchase' });
export const wasteBody = z
  .strictObject({ location_id: uuid, items: moved, note: text(200) })
  .meta({ id: 'StockWaste' });
export const countBody = z
  .strictObject({
    location_id: uuid,
    items: z
      .array(z.strictObject({ ingredient_id: uuid, counted: z.int().min(0).max(MAX_QUANTITY) }))
      .min(1)
      .max(200)
      .refine((items) => new Set(items.map((item) => item.ingredient_id)).size === items.length),
    note,
  })
  .meta({ id: 'StockCount' });
export const transferBody = z
  .strictObject({ from_location_id: uuid, to_location_id: uuid, items: moved, note })
  .refine((body) => body.from_location_id !== body.to_location_id, { path: ['to_location_id'] })
  .meta({ id: 'StockTransfer' });
export const onHandWire = z
  .object({ items: z.array(z.object({ location_id: uuid, ingredient_id: uuid, on_hand: z.int() })) })
  .meta({ id: 'OnHand' });

export function toLocation({ id, name, isActive }: StockLocation): z.output<typeof locationWire> {
  return { id, name, is_active: isActive };
}

export function toIngredient(given: Ingredient): z.output<typeof ingredientWire> {
  return {
    id: given.id,
    name: given.name,
    base_unit: given.baseUnit,
    package_size: given.packageSize,
    package_cost: given.packageCost,
    is_strict: given.isStrict,
    is_active: given.isActive,
  };
}

export function toIngredientFields(body: z.output<typeof addIngredientBody>): Omit<Ingredient, 'id' | 'venueId'> {
  return {
    name: body.name,
    baseUnit: body.base_unit,
    packageSize: body.package_size,
    packageCost: body.package_cost,
    isStrict: body.is_strict,
    isActive: body.is_active,
  };
}

/** Only what was sent: an absent field stays as it is. */
export function toIngredientChanges(
  body: z.output<typeof changeIngredientBody>,
): Partial<Omit<Ingredient, 'id' | 'venueId'>> {
  return {
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.base_unit === undefined ? {} : { baseUnit: body.base_unit }),
    ...(body.package_size === undefined ? {} : { packageSize: body.package_size }),
    ...(body.package_cost === undefined ? {} : { packageCost: body.package_cost }),
    ...(body.is_strict === undefined ? {} : { isStrict: body.is_strict }),
    ...(body.is_active === undefined ? {} : { isActive: body.is_active }),
  };
}

export function toRecipe(row: RecipeRow): z.output<typeof recipeWire> {
  return {
    product_id: row.productId,
    items: row.items.map((item) => ({
      ingredient_id: item.ingredientId,
      name: item.name,
      base_unit: item.baseUnit,
      quantity: item.quantity,
      tolerance_pct: item.tolerancePct,
      cost: item.cost,
    })),
    cost: row.cost,
  };
}

export function toRecipeItems(body: z.output<typeof setRecipeBody>): RecipeItem[] {
  return body.items.map((item) => ({
    ingredientId: item.ingredient_id,
    quantity: item.quantity,
    tolerancePct: item.tolerance_pct,
  }));
}

export function toStock(row: StockRow): z.output<typeof stockWire>['items'][number] {
  return {
    location_id: row.locationId,
    location_name: row.locationName,
    ingredient_id: row.ingredientId,
    name: row.name,
    base_unit: row.baseUnit,
    on_hand: row.onHand,
    package_size: row.packageSize,
    is_strict: row.isStrict,
    value: row.value,
  };
}

export function toMoved(items: z.output<typeof moved>): { ingredientId: string; quantity: number }[] {
  return items.map((item) => ({ ingredientId: item.ingredient_id, quantity: item.quantity }));
}

export function toOnHand(levels: readonly OnHand[]): z.output<typeof onHandWire> {
  return {
    items: levels.map(({ locationId, ingredientId, onHand }) => ({
      location_id: locationId,
      ingredient_id: ingredientId,
      on_hand: onHand,
    })),
  };
}
