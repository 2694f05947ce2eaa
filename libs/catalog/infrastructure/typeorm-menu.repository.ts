import { Injectable } from '@nestjs/common';
import { EntitySchema, ObjectLiteral } from 'typeorm';
import { DomainError, DomainEvent, Transaction } from '@libs/kernel';
import { sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { Category, MenuRepository, PriceChange, Product, WindowPlan } from '../domain';
import { CATEGORIES, PRICE_WINDOWS, PRODUCTS } from './tables';

const lockRow = (table: string) =>
  sql(`catalog.lock_${table}`, `SELECT 1 FROM catalog.${table} WHERE venue_id = $1 AND id = $2 FOR NO KEY UPDATE`);
const LOCK = {
  categories: lockRow('categories'),
  products: lockRow('products'),
  price_windows: lockRow('price_windows'),
};

const COUNT_PRODUCTS = sql(
  'catalog.count_products',
  'SELECT count(*)::int AS found FROM catalog.products WHERE venue_id = $1 AND id = ANY ($2::uuid[])',
);
const SET_PRICES = sql(
  'catalog.set_prices',
  `WITH before AS (
     SELECT p.id, p.price, new.price AS new_price
     FROM unnest($2::uuid[], $3::int[]) AS new (id, price)
     JOIN catalog.products p ON p.id = new.id AND p.venue_id = $1
     ORDER BY p.id FOR NO KEY UPDATE OF p
   )
   UPDATE catalog.products p SET price = before.new_price, version = p.version + 1, updated_at = $4
   FROM before WHERE p.id = before.id AND before.price <> before.new_price
   RETURNING p.id AS "productId", before.price AS before, p.price AS after`,
);
const WINDOW_PRICES = sql(
  'catalog.window_prices',
  `SELECT product_id AS "productId", price FROM catalog.price_window_prices WHERE window_id = $1 ORDER BY product_id`,
);
const REMOVE_WINDOW_PRICES = sql(
  'catalog.remove_window_prices',
  'DELETE FROM catalog.price_window_prices WHERE window_id = $1',
);
const ADD_WINDOW_PRICES = sql(
  'catalog.add_window_prices',
  `INSERT INTO catalog.price_window_prices (window_id, product_id, price)
   SELECT $1, * FROM unnest($2::uuid[], $3::int[])`,
);
const DELETE_WINDOW = sql('catalog.delete_window', 'DELETE FROM catalog.price_windows WHERE id = $1');

const NAMES = ['categories', 'products', 'price_windows'].map((table) => `${table}_venue_id_name_key`);
type Events = readonly DomainEvent[];
type Row = ObjectLiteral & { readonly id: string };

/** {@link MenuRepository} on Postgres. */
@Injectable()
export class TypeormMenuRepository extends MenuRepository {
  category(tx: Transaction, venueId: string, id: string): Promise<Category | undefined> {
    return this.find(tx, CATEGORIES, 'categories', venueId, id);
  }

  addCategory(tx: Transaction, category: Category, events: Events): Promise<void> {
    return this.insert(tx, CATEGORIES, category, events);
  }

  updateCategory(tx: Transaction, category: Category, events: Events): Promise<void> {
    return this.update(tx, CATEGORIES, category, events);
  }

  product(tx: Transaction, venueId: string, id: string): Promise<Product | undefined> {
    return this.find(tx, PRODUCTS, 'products', venueId, id);
  }

  async hasProducts(tx: Transaction, venueId: string, ids: readonly string[]): Promise<boolean> {
    const unique = new Set(ids);
    if (unique.size === 0) return true;
    const [row] = await sqlOf(tx).rows<{ found: number }>(COUNT_PRODUCTS, [venueId, [...unique]]);
    return row?.found === unique.size;
  }

  addProduct(tx: Transaction, product: Product, events: Events): Promise<void> {
    return this.insert(tx, PRODUCTS, product, events);
  }

  updateProduct(tx: Transaction, product: Product, events: Events): Promise<void> {
    return this.update(tx, PRODUCTS, product, events);
  }

  setPrices(
    tx: Transaction,
    venueId: string,
    prices: readonly { readonly id: string; readonly price: number }[],
    at: Date,
  ): Promise<PriceChange[]> {
    const ids = prices.map(({ id }) => id);
    const amounts = prices.map(({ price }) => price);
    return sqlOf(tx).rows<PriceChange>(SET_PRICES, [venueId, ids, amounts, at]);
  }

  async window(tx: Transaction, venueId: string, id: string): Promise<WindowPlan | undefined> {
    const window = await this.find(tx, PRICE_WINDOWS, 'price_windows', venueId, id);
    return window && { ...window, prices: await sqlOf(tx).rows(WINDOW_PRICES, [id]) };
  }

  async addWindow(tx: Transaction, { prices, ...window }: WindowPlan, events: Events): Promise<void> {
    await this.insert(tx, PRICE_WINDOWS, window, events);
    await this.addWindowPrices(tx, window.id, prices);
  }

  async updateWindow(tx: Transaction, { prices, ...window }: WindowPlan, events: Events): Promise<void> {
    await this.update(tx, PRICE_WINDOWS, window, events);
    await sqlOf(tx).rows(REMOVE_WINDOW_PRICES, [window.id]);
    await this.addWindowPrices(tx, window.id, prices);
  }

  async deleteWindow(tx: Transaction, windowId: string, events: Events): Promise<void> {
    await sqlOf(tx).rows(DELETE_WINDOW, [windowId]);
    await writeOutbox(tx, events);
  }

  publish(tx: Transaction, events: Events): Promise<void> {
    return writeOutbox(tx, events);
  }

  private async addWindowPrices(tx: Transaction, windowId: string, prices: WindowPlan['prices']): Promise<void> {
    const productIds = prices.map(({ productId }) => productId);
    await sqlOf(tx).rows(ADD_WINDOW_PRICES, [windowId, productIds, prices.map(({ price }) => price)]);
  }

  private async find<T extends Row>(
    tx: Transaction,
    schema: EntitySchema<T>,
    table: keyof typeof LOCK,
    venueId: string,
    id: string,
  ): Promise<T | undefined> {
    await sqlOf(tx).rows(LOCK[table], [venueId, id]);
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
  if (NAMES.some((name) => violates(error, name))) throw new DomainError('catalog.name_taken', 'conflict');
  throw error;
}
