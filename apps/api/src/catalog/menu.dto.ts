import { z } from 'zod';
import { Menu } from '@libs/catalog/infrastructure';
import { HUES, ICONS } from '@libs/catalog/application';
import { instant, pesos, uuid } from '@libs/platform';

const menuProduct = z
  .object({
    id: uuid,
    number: z.int().describe('For clients that need numbers'),
    category_id: uuid,
    name: z.string(),
    detail: z.string(),
    price: pesos.describe('What it costs now; the server takes its own price when it is sold'),
    list_price: pesos,
    window: z
      .object({ name: z.string(), until: instant.nullable().describe('When that price ends') })
      .nullable()
      .describe('The happy hour that gives the price'),
    favourite_position: z.int().nullable().describe('Its place among the best sold'),
    position: z.int(),
  })
  .meta({ id: 'MenuProduct' });

const menuCategory = z
  .object({ id: uuid, name: z.string(), icon: z.enum(ICONS), hue: z.enum(HUES), position: z.int() })
  .meta({ id: 'MenuCategory' });

export const menuWire = z
  .object({
    version: z.string().describe('Another one whenever anything in this answer is; also the ETag'),
    categories: z.array(menuCategory),
    products: z.array(menuProduct),
    next_change_at: instant.nullable().describe('When prices change by themselves: ask again then'),
  })
  .meta({ id: 'Menu' });

/** All of it but the version, which is made of it. */
export function toMenu(menu: Menu) {
  return {
    categories: menu.categories,
    products: menu.products.map((product) => ({
      id: product.id,
      number: product.number,
      category_id: product.categoryId,
      name: product.name,
      detail: product.detail,
      price: product.price,
      list_price: product.listPrice,
      window: product.window && { name: product.window.name, until: product.window.until?.toISOString() ?? null },
      favourite_position: product.favouritePosition,
      position: product.position,
    })),
    next_change_at: menu.nextChangeAt?.toISOString() ?? null,
  };
}
