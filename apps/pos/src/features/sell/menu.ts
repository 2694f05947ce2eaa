import type { Catalog, Category, Product } from '../../app/wire';

/** The tab of the products that sell most. */
export const FAVOURITES = 'favourites';

/** Room for best sellers: four rows of four. */
const MOST_FAVOURITES = 16;

/** What one till sells: its categories in order, and which products stand under each tab. */
export interface Menu {
  readonly categories: readonly Category[];
  readonly products: readonly Product[];
}

/** The part of the catalogue that a register may sell; no list of categories means all of them. */
export function menuOf(catalog: Catalog, allowedCategoryIds: readonly string[]): Menu {
  const allowed = (id: string): boolean => allowedCategoryIds.length === 0 || allowedCategoryIds.includes(id);
  const byPosition = (a: { position: number }, b: { position: number }): number => a.position - b.position;
  const categories = catalog.categories.filter((category) => allowed(category.id)).sort(byPosition);
  const known = new Set(categories.map((category) => category.id));
  return {
    categories,
    products: catalog.products.filter((product) => known.has(product.category_id)).sort(byPosition),
  };
}

/** The products of a tab, each at its own place. */
export function productsUnder(menu: Menu, tab: string): readonly Product[] {
  if (tab !== FAVOURITES) return menu.products.filter((product) => product.category_id === tab);
  return menu.products
    .filter((product) => product.favourite_position !== null)
    .sort((a, b) => (a.favourite_position ?? 0) - (b.favourite_position ?? 0))
    .slice(0, MOST_FAVOURITES);
}

/** Few enough left to say so on the tile. */
export const FEW_LEFT = 12;
