import { newId, Rut } from '@libs/kernel';
import { Client } from 'pg';
import {
  BARS,
  CATEGORIES,
  INGREDIENTS,
  LOCATIONS,
  type Location,
  PEOPLE,
  PRICE_WINDOW,
  REGISTERS,
  VENUE,
} from './club';
import { PRODUCTS } from './products';

/** Ids of what the demo club consists of, by name. */
export interface DemoClub {
  readonly venueId: string;
  readonly locations: ReadonlyMap<string, string>;
  readonly ingredients: ReadonlyMap<string, string>;
  readonly products: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly registers: ReadonlyMap<string, string>;
  readonly bars: ReadonlyMap<string, string>;
}

/** Writes everything that stands before a first night: people without PINs, menu, recipes, places and opening stock. */
export async function writeMasterData(client: Client, at: Date): Promise<DemoClub> {
  const ids = (names: readonly string[]): Map<string, string> => new Map(names.map((name) => [name, newId()]));
  const club = {
    venueId: newId(),
    locations: ids(LOCATIONS),
    ingredients: ids(INGREDIENTS.map((one) => one.name)),
    categories: ids(CATEGORIES.map((one) => one.name)),
    products: ids(PRODUCTS.map((one) => one.name)),
    people: ids(PEOPLE.map((one) => one.name)),
    registers: ids(REGISTERS.map((one) => one.name)),
    bars: ids(BARS.map((one) => one.name)),
  };
  await client.query('INSERT INTO nights.venues (id, name, ticket_prefix, time_zone) VALUES ($1, $2, $3, $4)', [
    club.venueId,
    VENUE.name,
    VENUE.ticketPrefix,
    VENUE.timeZone,
  ]);
  await writeAll(client, 'staff.employees', ['id', 'venue_id', 'name', 'rut', 'roles'], PEOPLE, (person) => [
    id(club.people, person.name),
    club.venueId,
    person.name,
    `${String(person.rutBody)}-${Rut.checkDigit(person.rutBody)}`,
    person.roles,
  ]);
  await writeAll(client, 'inventory.stock_locations', ['id', 'venue_id', 'name'], LOCATIONS, (name) => [
    id(club.locations, name),
    club.venueId,
    name,
  ]);
  await writeMenu(client, club);
  await writeStock(client, club, at);
  await writePlaces(client, club);
  return club;
}

type Ids = ReadonlyMap<string, string>;

/** @throws Error for a name that the demo does not know: a slip in `club.ts` */
export function id(ids: Ids, name: string): string {
  const found = ids.get(name);
  if (found === undefined) throw new Error(`the demo club has no "${name}"`);
  return found;
}

async function writeMenu(client: Client, club: DemoClub & { categories: Ids }): Promise<void> {
  const categoryColumns = ['id', 'venue_id', 'name', 'icon', 'hue', 'position'];
  await writeAll(client, 'catalog.categories', categoryColumns, CATEGORIES, (one, index) => [
    id(club.categories, one.name),
    club.venueId,
    one.name,
    one.icon,
    one.hue,
    index,
  ]);
  const columns = ['id', 'venue_id', 'category_id', 'name', 'detail', 'price', 'favourite_position', 'position'];
  await writeAll(client, 'catalog.products', columns, PRODUCTS, (one, index) => [
    id(club.products, one.name),
    club.venueId,
    id(club.categories, one.category),
    one.name,
    one.detail,
    one.price,
    one.favourite ?? null,
    index,
  ]);
  const windowId = newId();
  const windowColumns = ['id', 'venue_id', 'name', 'weekdays', 'from_minute', 'to_minute'];
  await writeAll(client, 'catalog.price_windows', windowColumns, [PRICE_WINDOW], (one) => [
    windowId,
    club.venueId,
    one.name,
    one.weekdays,
    one.fromMinute,
    one.toMinute,
  ]);
  const priceColumns = ['window_id', 'product_id', 'price'];
  await writeAll(client, 'catalog.price_window_prices', priceColumns, PRICE_WINDOW.prices, ([name, price]) => [
    windowId,
    id(club.products, name),
    price,
  ]);
}

async function writeStock(client: Client, club: DemoClub, at: Date): Promise<void> {
  const columns = ['id', 'venue_id', 'name', 'base_unit', 'package_size', 'package_cost', 'is_strict'];
  await writeAll(client, 'inventory.ingredients', columns, INGREDIENTS, (one) => [
    id(club.ingredients, one.name),
    club.venueId,
    one.name,
    one.unit,
    one.package,
    one.cost,
    one.strict ?? false,
  ]);
  const portions = PRODUCTS.flatMap((product) => product.recipe.map((portion) => ({ product, portion })));
  const recipeColumns = ['product_id', 'ingredient_id', 'quantity', 'tolerance_pct'];
  await writeAll(
    client,
    'inventory.recipe_items',
    recipeColumns,
    portions,
    ({ product, portion: [name, quantity] }) => [
      id(club.products, product.name),
      id(club.ingredients, name),
      quantity,
      quantity === 1 ? 0 : 10,
    ],
  );
  const stock = LOCATIONS.flatMap((location) => INGREDIENTS.map((one) => ({ location, one })));
  const levelColumns = ['location_id', 'ingredient_id', 'on_hand'];
  await writeAll(client, 'inventory.stock_levels', levelColumns, stock, ({ location, one }) => [
    id(club.locations, location),
    id(club.ingredients, one.name),
    one.opening * one.package,
  ]);
  const movementColumns = ['id', 'venue_id', 'location_id', 'ingredient_id', 'quantity', 'kind', 'created_at'];
  await writeAll(client, 'inventory.movements', movementColumns, stock, ({ location, one }) => [
    newId(at.getTime()),
    club.venueId,
    id(club.locations, location),
    id(club.ingredients, one.name),
    one.opening * one.package,
    'opening',
    at,
  ]);
}

async function writePlaces(client: Client, club: DemoClub & { categories: Ids }): Promise<void> {
  const location = (name: Location): string => id(club.locations, name);
  await writeAll(client, 'tickets.bars', ['id', 'venue_id', 'name', 'location_id'], BARS, (one) => [
    id(club.bars, one.name),
    club.venueId,
    one.name,
    location(one.location),
  ]);
  const columns = [
    ...['id', 'venue_id', 'name', 'place', 'type', 'location_id'],
    ...['allowed_category_ids', 'allowed_methods', 'suggested_float'],
  ];
  await writeAll(client, 'sales.registers', columns, REGISTERS, (one) => [
    id(club.registers, one.name),
    club.venueId,
    one.name,
    one.place,
    one.type,
    location(one.location),
    one.categories.map((name) => id(club.categories, name)),
    one.methods,
    one.float,
  ]);
}

/** One multi-row INSERT. */
async function writeAll<T>(
  client: Client,
  table: string,
  columns: readonly string[],
  things: readonly T[],
  toRow: (thing: T, index: number) => readonly unknown[],
): Promise<void> {
  const rows = things.map(toRow);
  const holes = rows.map((row, r) => `(${row.map((_, c) => `$${String(r * columns.length + c + 1)}`).join(', ')})`);
  await client.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${holes.join(', ')}`, rows.flat());
}
