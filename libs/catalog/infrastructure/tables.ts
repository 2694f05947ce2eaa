import { EntitySchema } from 'typeorm';
import { Category, Product, WindowPlan } from '../domain';

export const CATEGORIES = new EntitySchema<Category>({
  name: 'Category',
  schema: 'catalog',
  tableName: 'categories',
  columns: {
    id: { type: 'uuid', primary: true },
    venueId: { name: 'venue_id', type: 'uuid' },
    name: { type: 'text' },
    icon: { type: 'text' },
    hue: { type: 'text' },
    position: { type: 'integer' },
    isActive: { name: 'is_active', type: 'boolean' },
  },
});

export const PRODUCTS = new EntitySchema<Product>({
  name: 'Product',
  schema: 'catalog',
  tableName: 'products',
  columns: {
    id: { type: 'uuid', primary: true },
    venueId: { name: 'venue_id', type: 'uuid' },
    categoryId: { name: 'category_id', type: 'uuid' },
    name: { type: 'text' },
    detail: { type: 'text' },
    price: { type: 'integer' },
    favouritePosition: { name: 'favourite_position', type: 'integer', nullable: true },
    position: { type: 'integer' },
    isActive: { name: 'is_active', type: 'boolean' },
    updatedAt: { name: 'updated_at', type: 'timestamptz' },
    version: { type: 'integer' },
  },
});

/** Its prices are rows of `catalog.price_window_prices`. */
export const PRICE_WINDOWS = new EntitySchema<Omit<WindowPlan, 'prices'>>({
  name: 'PriceWindow',
  schema: 'catalog',
  tableName: 'price_windows',
  columns: {
    id: { type: 'uuid', primary: true },
    venueId: { name: 'venue_id', type: 'uuid' },
    name: { type: 'text' },
    weekdays: { type: 'integer', array: true },
    fromMinute: { name: 'from_minute', type: 'integer' },
    toMinute: { name: 'to_minute', type: 'integer' },
    isActive: { name: 'is_active', type: 'boolean' },
  },
});

export const CATALOG_TABLES = [CATEGORIES, PRODUCTS, PRICE_WINDOWS];
