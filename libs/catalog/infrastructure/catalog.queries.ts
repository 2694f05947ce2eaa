import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '@libs/kernel';
import { cursorAs, Database, Page, sql, toPage, uuid } from '@libs/platform';
import { Category, Product, WindowPlan } from '../application';
import { CATEGORIES } from './tables';

/** A product as the back office lists it. */
export type ProductRow = Omit<Product, 'venueId' | 'updatedAt'> & {
  readonly number: number;
  readonly windows: { window_id: string; price: number }[];
};

const PRODUCT_COLUMNS = `p.id, p.number, p.category_id AS "categoryId", p.name, p.detail, p.price,
  p.favourite_position AS "favouritePosition", p.position, p.is_active AS "isActive", p.version,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('window_id', wp.window_id, 'price', wp.price) ORDER BY wp.window_id), '[]')
   FROM catalog.price_window_prices wp WHERE wp.product_id = p.id) AS windows`;
const PRODUCTS = sql(
  'catalog.list_products',
  `SELECT ${PRODUCT_COLUMNS} FROM catalog.products p
   WHERE p.venue_id = $1 AND ($2::uuid IS NULL OR p.category_id = $2) AND ($3::boolean IS NULL OR p.is_active = $3)
     AND ($4::text IS NULL OR strpos(lower(p.name), lower($4)) > 0)
     AND ($5::text IS NULL OR (p.name, p.id) > ($5, $6::uuid))
   ORDER BY p.name, p.id LIMIT $7`,
);
const PRODUCT = sql(
  'catalog.product',
  `SELECT ${PRODUCT_COLUMNS} FROM catalog.products p WHERE p.venue_id = $1 AND p.id = $2`,
);
const WINDOWS = sql(
  'catalog.list_windows',
  `SELECT w.id, w.venue_id AS "venueId", w.name, w.weekdays, w.from_minute AS "fromMinute", w.to_minute AS "toMinute",
     w.is_active AS "isActive",
     (SELECT coalesce(jsonb_agg(jsonb_build_object('productId', wp.product_id, 'price', wp.price) ORDER BY wp.product_id), '[]')
      FROM catalog.price_window_prices wp WHERE wp.window_id = w.id) AS prices
   FROM catalog.price_windows w WHERE w.venue_id = $1 ORDER BY w.from_minute, w.name`,
);

interface ProductFilter {
  readonly categoryId?: string | undefined;
  readonly isActive?: boolean | undefined;
  /** Part of the name. */
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The menu as the back office works on it, switched off parts included. */
@Injectable()
export class CatalogQueries {
  constructor(private readonly database: Database) {}

  categories(venueId: string): Promise<Category[]> {
    const order = { position: 'ASC', name: 'ASC' } as const;
    return this.database.dataSource.manager.find(CATEGORIES, { where: { venueId }, order });
  }

  async products(
    venueId: string,
    { categoryId, isActive, q, limit, cursor }: ProductFilter,
  ): Promise<Page<ProductRow>> {
    const [name, id] = cursorAs(cursor, [z.string().max(200), uuid]) ?? [null, null];
    const filter = [venueId, categoryId ?? null, isActive ?? null, q ?? null];
    const rows = await this.database.rows<ProductRow>(PRODUCTS, [...filter, name, id, limit + 1]);
    return toPage(rows, limit, (row) => [row.name, row.id]);
  }

  /** @throws DomainError `catalog.product_not_found` */
  async product(venueId: string, id: string): Promise<ProductRow> {
    const [product] = await this.database.rows<ProductRow>(PRODUCT, [venueId, id]);
    if (!product) throw new DomainError('catalog.product_not_found', 'not_found');
    return product;
  }

  priceWindows(venueId: string): Promise<WindowPlan[]> {
    return this.database.rows<WindowPlan>(WINDOWS, [venueId]);
  }
}
