import { z } from 'zod';
import { Menu } from '@libs/catalog/infrastructure';
import { instant, pesos, text, uuid } from '@libs/platform';

export const publicProductsWire = z.array(
  z
    .object({
      id: z.int().describe('For apps that need a number'),
      uuid,
      name: z.string(),
      detail: z.string(),
      category: z.string(),
      price: pesos.describe('Now'),
      list_price: pesos.describe('Without happy hour'),
      price_window: z.string().nullable().describe('The happy hour that gives the price'),
      price_until: instant.nullable(),
    })
    .meta({ id: 'PublicProduct' }),
);

export const publicProductsQuery = z.strictObject({
  venue_id: uuid.optional().describe('Only where an installation has several houses'),
  category: text(60).optional().describe('Its name'),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});

export function toPublicProducts(
  menu: Menu,
  { category, limit, offset }: z.output<typeof publicProductsQuery>,
): z.input<typeof publicProductsWire> {
  const names = new Map(menu.categories.map(({ id, name }) => [id, name]));
  return menu.products
    .filter(({ categoryId }) => category === undefined || names.get(categoryId) === category)
    .slice(offset, offset + limit)
    .map((product) => ({
      id: product.number,
      uuid: product.id,
      name: product.name,
      detail: product.detail,
      category: names.get(product.categoryId) ?? '',
      price: product.price,
      list_price: product.listPrice,
      price_window: product.window?.name ?? null,
      price_until: product.window?.until?.toISOString() ?? null,
    }));
}
