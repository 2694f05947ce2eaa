import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import { PriceBook, PricedProduct, WindowPrice } from '../domain';

/** One row a product and window; one row with empty window columns when no active window names the product. */
const FIND = sql(
  'catalog.prices',
  `SELECT p.id, p.name, p.category_id, p.price, p.is_active AND c.is_active AS is_active, v.time_zone,
          w.id AS window_id, w.name AS window_name, w.weekdays, w.from_minute, w.to_minute, wp.price AS window_price
   FROM catalog.products p
   JOIN catalog.categories c ON c.id = p.category_id
   JOIN nights.venues v ON v.id = p.venue_id
   LEFT JOIN (catalog.price_window_prices wp JOIN catalog.price_windows w ON w.id = wp.window_id AND w.is_active)
     ON wp.product_id = p.id
   WHERE p.venue_id = $1 AND p.id = ANY ($2::uuid[])`,
);

interface PriceRow {
  id: string;
  name: string;
  category_id: string;
  price: number;
  is_active: boolean;
  time_zone: string;
  window_id: string | null;
  window_name: string;
  weekdays: number[];
  from_minute: number;
  to_minute: number;
  window_price: number;
}

/** {@link PriceBook} in one statement a sale. */
@Injectable()
export class SqlPriceBook extends PriceBook {
  async find(tx: Transaction, venueId: string, productIds: readonly string[]): Promise<PricedProduct[]> {
    const rows = await sqlOf(tx).rows<PriceRow>(FIND, [venueId, productIds]);
    const products = new Map<string, PricedProduct & { windowPrices: WindowPrice[] }>();
    for (const row of rows) {
      let product = products.get(row.id);
      if (!product) {
        product = {
          productId: row.id,
          name: row.name,
          categoryId: row.category_id,
          listPrice: row.price,
          windowPrices: [],
          isActive: row.is_active,
          timeZone: row.time_zone,
        };
        products.set(row.id, product);
      }
      if (row.window_id !== null) product.windowPrices.push(toWindowPrice(row, row.window_id));
    }
    return [...products.values()];
  }
}

function toWindowPrice(row: PriceRow, id: string): WindowPrice {
  const { window_name: name, weekdays, from_minute: fromMinute, to_minute: toMinute } = row;
  return { window: { id, name, weekdays, fromMinute, toMinute }, price: row.window_price };
}
