import { Client } from 'pg';
import { newId } from '@libs/kernel';
import { newSecret, sha256 } from '@libs/platform';

/** How many clients work at once: as many as there are tills, each with a session of its own. */
export const CLIENTS = 8;
/** Two products a sale, as at a bar: poured ones with two ingredients each and a counted one. */
const PRODUCTS = 20;

/** One till and its person, ready to sell. */
export interface BenchTill {
  readonly cookie: string;
  readonly employeeId: string;
  readonly sessionId: string;
  readonly locationId: string;
}

/** One bar and its person, ready to deliver. */
export interface BenchBar {
  readonly cookie: string;
  readonly employeeId: string;
  readonly barId: string;
}

/** What the load works on. */
export interface BenchClub {
  readonly venueId: string;
  readonly nightId: string;
  readonly tills: readonly BenchTill[];
  readonly bars: readonly BenchBar[];
  readonly lead: { readonly cookie: string };
  readonly products: readonly { readonly id: string; readonly name: string; readonly price: number }[];
  /** Ingredients of each product, in the products' order. */
  readonly recipes: readonly (readonly { readonly ingredientId: string; readonly quantity: number }[])[];
}

/** Writes a club with an open night, open tills and people with sessions, straight into the tables. */
export async function writeBenchClub(client: Client): Promise<BenchClub> {
  const venueId = newId();
  const nightId = newId();
  await client.query(`INSERT INTO nights.venues (id, name, ticket_prefix) VALUES ($1, 'Bench', 'BNC')`, [venueId]);
  await client.query(
    `INSERT INTO nights.nights (id, venue_id, date, name, status, opened_at)
     VALUES ($1, $2, current_date, 'Bench', 'OPEN', now() - interval '3 hours')`,
    [nightId, venueId],
  );
  const locations = Array.from({ length: CLIENTS }, () => newId());
  for (const [index, locationId] of locations.entries()) {
    await client.query('INSERT INTO inventory.stock_locations (id, venue_id, name) VALUES ($1, $2, $3)', [
      locationId,
      venueId,
      `Location ${String(index)}`,
    ]);
  }
  const menu = await writeMenu(client, venueId, locations);
  const tills: BenchTill[] = [];
  const bars: BenchBar[] = [];
  for (const [index, locationId] of locations.entries()) {
    tills.push(await writeTill(client, { venueId, nightId, locationId, index }));
    bars.push(await writeBar(client, { venueId, locationId, index }));
  }
  const lead = await writePerson(client, venueId, 'Lead', 'admin', { kind: 'admin', station: 'admin', barId: null });
  return { venueId, nightId, tills, bars, lead: { cookie: `noche-admin=${lead.secret}` }, ...menu };
}

async function writeMenu(
  client: Client,
  venueId: string,
  locations: readonly string[],
): Promise<Pick<BenchClub, 'products' | 'recipes'>> {
  const categoryId = newId();
  await client.query(
    `INSERT INTO catalog.categories (id, venue_id, name, icon, hue) VALUES ($1, $2, 'Bench', 'bottle', 'mixed')`,
    [categoryId, venueId],
  );
  const products: { id: string; name: string; price: number }[] = [];
  const recipes: { ingredientId: string; quantity: number }[][] = [];
  for (let index = 0; index < PRODUCTS; index += 1) {
    const product = { id: newId(), name: `Product ${String(index)}`, price: 1_000 + index * 100 };
    await client.query(
      'INSERT INTO catalog.products (id, venue_id, category_id, name, price) VALUES ($1, $2, $3, $4, $5)',
      [product.id, venueId, categoryId, product.name, product.price],
    );
    const recipe = [
      { ingredientId: newId(), quantity: 60 },
      { ingredientId: newId(), quantity: 220 },
    ];
    for (const [part, { ingredientId, quantity }] of recipe.entries()) {
      await client.query(
        `INSERT INTO inventory.ingredients (id, venue_id, name, base_unit, package_size, package_cost, is_strict)
         VALUES ($1, $2, $3, 'ml', 750, 5000, $4)`,
        [ingredientId, venueId, `Ingredient ${String(index)}.${String(part)}`, part === 1],
      );
      await client.query(
        'INSERT INTO inventory.recipe_items (product_id, ingredient_id, quantity) VALUES ($1, $2, $3)',
        [product.id, ingredientId, quantity],
      );
      for (const locationId of locations) await writeStock(client, { venueId, locationId, ingredientId });
    }
    products.push(product);
    recipes.push(recipe);
  }
  return { products, recipes };
}

async function writeStock(
  client: Client,
  where: { venueId: string; locationId: string; ingredientId: string },
): Promise<void> {
  const plenty = 10_000_000_000;
  await client.query('INSERT INTO inventory.stock_levels VALUES ($1, $2, $3)', [
    where.locationId,
    where.ingredientId,
    plenty,
  ]);
  await client.query(
    `INSERT INTO inventory.movements (venue_id, location_id, ingredient_id, quantity, kind)
     VALUES ($1, $2, $3, $4, 'opening')`,
    [where.venueId, where.locationId, where.ingredientId, plenty],
  );
}

async function writeTill(
  client: Client,
  at: { venueId: string; nightId: string; locationId: string; index: number },
): Promise<BenchTill> {
  const name = `Till ${String(at.index)}`;
  const person = await writePerson(client, at.venueId, name, 'cashier', {
    kind: 'staff',
    station: 'register',
    barId: null,
  });
  const registerId = newId();
  const sessionId = newId();
  await client.query(
    `INSERT INTO sales.registers (id, venue_id, name, type, location_id, allowed_methods)
     VALUES ($1, $2, $3, 'bar', $4, '{cash,card}')`,
    [registerId, at.venueId, name, at.locationId],
  );
  await client.query(
    `INSERT INTO sales.register_sessions (id, venue_id, register_id, night_id, employee_id, opened_by, status,
       opened_at, float_amount, float_denominations) VALUES ($1, $2, $3, $4, $5, $5, 'OPEN', now(), 0, '{}')`,
    [sessionId, at.venueId, registerId, at.nightId, person.employeeId],
  );
  return { cookie: `noche-pos=${person.secret}`, employeeId: person.employeeId, sessionId, locationId: at.locationId };
}

async function writeBar(client: Client, at: { venueId: string; locationId: string; index: number }): Promise<BenchBar> {
  const barId = newId();
  const name = `Bar ${String(at.index)}`;
  await client.query('INSERT INTO tickets.bars (id, venue_id, name, location_id) VALUES ($1, $2, $3, $4)', [
    barId,
    at.venueId,
    name,
    at.locationId,
  ]);
  const session = { kind: 'bartender', station: 'bar', barId };
  const person = await writePerson(client, at.venueId, name, 'bartender', session);
  return { cookie: `noche-bar=${person.secret}`, employeeId: person.employeeId, barId };
}

/** Somebody with a session, on a tablet unless in the back office. */
export async function writePerson(
  client: Client,
  venueId: string,
  name: string,
  role: string,
  session: { kind: string; station: string; barId: string | null },
): Promise<{ employeeId: string; secret: string }> {
  const employeeId = newId();
  const secret = newSecret();
  await client.query('INSERT INTO staff.employees (id, venue_id, name, roles) VALUES ($1, $2, $3, $4)', [
    employeeId,
    venueId,
    name,
    [role],
  ]);
  const deviceId = session.kind === 'admin' ? null : await writeDevice(client, venueId, name);
  await client.query(
    `INSERT INTO staff.sessions (token_hash, id, venue_id, employee_id, device_id, kind, station, bar_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [sha256(secret), newId(), venueId, employeeId, deviceId, session.kind, session.station, session.barId],
  );
  return { employeeId, secret };
}

async function writeDevice(client: Client, venueId: string, name: string): Promise<string> {
  const deviceId = newId();
  await client.query(
    'INSERT INTO staff.devices (id, venue_id, name, credential_hash, enrolled_at) VALUES ($1, $2, $3, $4, now())',
    [deviceId, venueId, name, sha256(newSecret())],
  );
  return deviceId;
}
