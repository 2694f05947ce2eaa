import { Injectable } from '@nestjs/common';
import { Database, sql } from '@libs/platform';
import { nextChangeAt, priceAt, PriceWindow, wallClock, WindowPrice } from '../domain';

export interface MenuCategory {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly hue: string;
  readonly position: number;
}

export interface MenuProduct {
  readonly id: string;
  readonly number: number;
  readonly categoryId: string;
  readonly name: string;
  readonly detail: string;
  /** What it costs now, in pesos. */
  readonly price: number;
  readonly listPrice: number;
  /** The window that gives the price, and until when it does. */
  readonly window: { readonly name: string; readonly until: Date | null } | null;
  readonly favouritePosition: number | null;
  readonly position: number;
}

/** What can be sold at a moment. */
export interface Menu {
  /** Counts the changes of the house's catalog. */
  readonly changes: number;
  readonly categories: readonly MenuCategory[];
  readonly products: readonly MenuProduct[];
  /** When prices change by themselves, null when they do not within two weeks. */
  readonly nextChangeAt: Date | null;
}

const CHANGES = sql(
  'catalog.changes',
  `SELECT coalesce((SELECT version FROM catalog.versions WHERE venue_id = v.id), 0) AS changes, v.time_zone
   FROM nights.venues v WHERE v.id = $1`,
);
const CATEGORIES = sql(
  'catalog.menu_categories',
  `SELECT id, name, icon, hue, position FROM catalog.categories WHERE venue_id = $1 AND is_active ORDER BY position, name`,
);
const PRODUCTS = sql(
  'catalog.menu_products',
  `SELECT p.id, p.number, p.category_id AS "categoryId", p.name, p.detail, p.price AS "listPrice",
     p.favourite_position AS "favouritePosition", p.position
   FROM catalog.products p JOIN catalog.categories c ON c.id = p.category_id
   WHERE p.venue_id = $1 AND p.is_active AND c.is_active ORDER BY c.position, c.name, p.position, p.name`,
);
const WINDOWS = sql(
  'catalog.menu_windows',
  `SELECT w.id, w.name, w.weekdays, w.from_minute AS "fromMinute", w.to_minute AS "toMinute", wp.product_id, wp.price
   FROM catalog.price_windows w JOIN catalog.price_window_prices wp ON wp.window_id = w.id
   WHERE w.venue_id = $1 AND w.is_active`,
);

type ProductRow = Omit<MenuProduct, 'price' | 'window'>;
type WindowRow = PriceWindow & { readonly product_id: string; readonly price: number };

/** The menu as the tills show it: active parts only, with the prices of the moment. */
@Injectable()
export class MenuQueries {
  constructor(private readonly database: Database) {}

  /** How often the house's catalog was changed so far; cheap, to ask whether a menu is still the latest. */
  async changes(venueId: string): Promise<number> {
    return (await this.database.rows<{ changes: number }>(CHANGES, [venueId]))[0]?.changes ?? 0;
  }

  read(venueId: string, at: Date): Promise<Menu> {
    return this.database.snapshot(async (reader) => {
      const [house] = await reader.rows<{ changes: number; time_zone: string }>(CHANGES, [venueId]);
      const categories = await reader.rows<MenuCategory>(CATEGORIES, [venueId]);
      const products = await reader.rows<ProductRow>(PRODUCTS, [venueId]);
      const prices = await reader.rows<WindowRow>(WINDOWS, [venueId]);
      const timeZone = house?.time_zone ?? 'UTC';
      const windows = [...new Map(prices.map((row) => [row.id, row])).values()];
      return {
        changes: house?.changes ?? 0,
        categories,
        products: priced(products, prices, at, timeZone),
        nextChangeAt: nextChangeAt(windows, at, timeZone),
      };
    });
  }
}

function priced(products: ProductRow[], prices: WindowRow[], at: Date, timeZone: string): MenuProduct[] {
  const byProduct = new Map<string, WindowPrice[]>();
  for (const row of prices) {
    byProduct.set(row.product_id, [...(byProduct.get(row.product_id) ?? []), { window: row, price: row.price }]);
  }
  const clock = wallClock(at, timeZone);
  return products.map((product) => {
    const { unitPrice, window } = priceAt(product.listPrice, byProduct.get(product.id) ?? [], clock);
    const until = window ? nextChangeAt([window], at, timeZone) : null;
    return { ...product, price: unitPrice, window: window ? { name: window.name, until } : null };
  });
}
