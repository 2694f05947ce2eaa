import { EntitySchema } from 'typeorm';
import { Ingredient, StockLocation } from '../domain';

export const INGREDIENTS = new EntitySchema<Ingredient>({
  name: 'Ingredient',
  schema: 'inventory',
  tableName: 'ingredients',
  columns: {
    id: { type: 'uuid', primary: true },
    venueId: { name: 'venue_id', type: 'uuid' },
    name: { type: 'text' },
    baseUnit: { name: 'base_unit', type: 'text' },
    packageSize: { name: 'package_size', type: 'integer' },
    packageCost: { name: 'package_cost', type: 'integer' },
    isStrict: { name: 'is_strict', type: 'boolean' },
    isActive: { name: 'is_active', type: 'boolean' },
  },
});

export const STOCK_LOCATIONS = new EntitySchema<StockLocation>({
  name: 'StockLocation',
  schema: 'inventory',
  tableName: 'stock_locations',
  columns: {
    id: { type: 'uuid', primary: true },
    venueId: { name: 'venue_id', type: 'uuid' },
    name: { type: 'text' },
    isActive: { name: 'is_active', type: 'boolean' },
  },
});

export const INVENTORY_TABLES = [INGREDIENTS, STOCK_LOCATIONS];
