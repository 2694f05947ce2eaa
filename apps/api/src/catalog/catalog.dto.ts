import { z } from 'zod';
import { Category, CategoryFields, HUES, ICONS, ProductFields } from '@libs/catalog/application';
import { ProductRow } from '@libs/catalog/infrastructure';
import { Page, pageOf, pageQuery, text, uuid } from '@libs/platform';

/** Whole pesos, as a price may be. */
export const price = z.int().min(0).max(10_000_000).describe('Whole pesos');
const place = z.int().min(0).max(10_000);

const categoryFields = {
  name: text(60),
  icon: z.enum(ICONS).describe('Key of a drawing'),
  hue: z.enum(HUES).describe('Key of a colour'),
  position: place.describe('Its place, from the left'),
  is_active: z.boolean(),
};

export const categoryWire = z.object({ id: uuid, ...categoryFields, name: z.string() }).meta({ id: 'Category' });
export const categoryPage = pageOf(categoryWire).meta({ id: 'CategoryPage' });
export const addCategoryBody = z
  .strictObject({
    ...categoryFields,
    position: categoryFields.position.default(0),
    is_active: categoryFields.is_active.default(true),
  })
  .meta({ id: 'AddCategory' });
export const changeCategoryBody = z.strictObject(categoryFields).partial().meta({ id: 'ChangeCategory' });

const productFields = {
  category_id: uuid,
  name: text(80),
  detail: z
    .string()
    .trim()
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .describe('A second line, such as the size'),
  price: price.describe('List price in whole pesos'),
  favourite_position: place.nullable().describe('Its place among the best sold, null when it is not there'),
  position: place.describe('Its place within the category'),
  is_active: z.boolean(),
};

export const productWire = z
  .object({
    id: uuid,
    number: z.int().describe('For clients that need numbers'),
    ...productFields,
    name: z.string(),
    detail: z.string(),
    version: z.int().describe('Counts the changes; send it back to change only what you looked at'),
    windows: z.array(z.object({ window_id: uuid, price })).describe('Its prices within price windows'),
  })
  .meta({ id: 'Product' });
export const productPage = pageOf(productWire).meta({ id: 'ProductPage' });
export const productsQuery = z.strictObject({
  ...pageQuery,
  category_id: uuid.optional(),
  q: text(80).optional().describe('Part of the name'),
  active: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
});
export const addProductBody = z
  .strictObject({
    ...productFields,
    detail: productFields.detail.default(''),
    favourite_position: productFields.favourite_position.default(null),
    position: productFields.position.default(0),
    is_active: productFields.is_active.default(true),
  })
  .meta({ id: 'AddProduct' });
export const changeProductBody = z
  .strictObject({
    ...z.strictObject(productFields).partial().shape,
    version: z.int().min(1).optional().describe('Refuse when the product is no longer at this version'),
  })
  .meta({ id: 'ChangeProduct' });

export const changePricesBody = z
  .strictObject({
    items: z
      .array(z.strictObject({ id: uuid, price }))
      .min(1)
      .max(1_000)
      .refine((items) => new Set(items.map(({ id }) => id.toLowerCase())).size === items.length)
      .describe('Each product once'),
  })
  .meta({ id: 'ChangePrices' });
export const changedWire = z
  .object({ changed: z.int().describe('How many have another price now') })
  .meta({ id: 'ChangedPrices' });

export function toCategory({ id, name, icon, hue, position, isActive }: Category): z.input<typeof categoryWire> {
  return { id, name, icon, hue, position, is_active: isActive };
}

export function toCategoryFields({ is_active: isActive, ...rest }: z.output<typeof addCategoryBody>): CategoryFields {
  return { ...rest, isActive };
}

export function toCategoryChanges({ is_active: isActive, ...rest }: z.output<typeof changeCategoryBody>) {
  return { ...rest, isActive };
}

export function toProduct(row: ProductRow): z.input<typeof productWire> {
  return {
    id: row.id,
    number: row.number,
    category_id: row.categoryId,
    name: row.name,
    detail: row.detail,
    price: row.price,
    favourite_position: row.favouritePosition,
    position: row.position,
    is_active: row.isActive,
    version: row.version,
    windows: row.windows,
  };
}

export function toProductPage(page: Page<ProductRow>): z.input<typeof productPage> {
  return { items: page.items.map(toProduct), next_cursor: page.nextCursor };
}

export function toProductFields(body: z.output<typeof addProductBody>): ProductFields {
  const { category_id: categoryId, favourite_position: favouritePosition, is_active: isActive, ...rest } = body;
  return { ...rest, categoryId, favouritePosition, isActive };
}

export function toProductChanges(body: Omit<z.output<typeof changeProductBody>, 'version'>) {
  const { category_id: categoryId, favourite_position: favouritePosition, is_active: isActive, ...rest } = body;
  return { ...rest, categoryId, favouritePosition, isActive };
}
