import { newId } from '@libs/kernel';
import { Fixtures } from './support/fixtures';
import { hearEvents } from './support/heard-events';
import { useTestApp } from './support/test-app';

type Client = Awaited<ReturnType<Fixtures['loggedIn']>>;
interface Created {
  readonly id: string;
}
interface StockBody {
  readonly items: { location_id: string; ingredient_id: string; on_hand: number; value: number }[];
}

describe('the store', () => {
  const app = useTestApp();
  let fixtures: Fixtures;
  let venue: { id: string; name: string };
  let admin: Client;
  let cashier: Client;
  let cellar: Created;
  let bar: Created;
  let can: Created;
  let pisco: Created;
  let piscola: string;

  const add = async (path: string, fields: object): Promise<Created> => {
    const answer = await admin.post<Created>(path, fields);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const move = (act: string, body: object, key: string = newId()) => admin.post(`/stock/${act}`, body, { key });
  const onHand = async (location: Created, ingredient: Created): Promise<number | undefined> => {
    const { body } = await admin.get<StockBody>(`/stock?location_id=${location.id}`);
    return body.items.find((item) => item.ingredient_id === ingredient.id)?.on_hand;
  };

  beforeEach(async () => {
    fixtures = new Fixtures(app.current);
    venue = await fixtures.venue();
    admin = await fixtures.loggedIn(venue, ['admin'], 'admin');
    cashier = await fixtures.loggedIn(venue, ['cashier'], 'register');
    cellar = await add('/stock-locations', { name: 'Bodega' });
    bar = await add('/stock-locations', { name: 'Barra' });
    const unit = { base_unit: 'unit', package_size: 24, package_cost: 12_000, is_strict: true };
    can = await add('/ingredients', { name: 'Lata', ...unit });
    pisco = await add('/ingredients', {
      ...{ name: 'Pisco', base_unit: 'ml', package_size: 750, package_cost: 6_000, is_strict: false },
    });
    const [category, product] = [newId(), newId()];
    await fixtures.run(
      `INSERT INTO catalog.categories (id, venue_id, name, icon, hue) VALUES ($1, $2, 'Todo', 'beer', 'beer')`,
      [category, venue.id],
    );
    await fixtures.run(
      `INSERT INTO catalog.products (id, venue_id, category_id, name, price) VALUES ($1, $2, $3, 'Piscola', 4500)`,
      [product, venue.id, category],
    );
    piscola = product;
  });

  it('takes purchases, counts, waste and transfers, and shows what there is and what it is worth', async () => {
    const bought = await move('purchases', {
      ...{ location_id: cellar.id, note: 'factura 812' },
      items: [{ ingredient_id: can.id, quantity: 48 }],
    });
    const level = { location_id: cellar.id, ingredient_id: can.id };
    expect(bought).toMatchObject({ status: 201, body: { items: [{ ...level, on_hand: 48 }] } });
    const counted = { location_id: cellar.id, items: [{ ingredient_id: can.id, counted: 46 }] };
    expect((await move('counts', counted)).body).toEqual({ items: [{ ...level, on_hand: 46 }] });
    const broken = { location_id: cellar.id, note: 'se cayó', items: [{ ingredient_id: can.id, quantity: 1 }] };
    expect((await move('waste', broken)).body).toEqual({ items: [{ ...level, on_hand: 45 }] });
    const carried = { from_location_id: cellar.id, to_location_id: bar.id };
    await move('transfers', { ...carried, items: [{ ingredient_id: can.id, quantity: 21 }] });
    const { body } = await admin.get<StockBody>(`/stock?location_id=${cellar.id}`);
    expect(body.items.find((item) => item.ingredient_id === can.id)).toEqual({
      ...{ location_id: cellar.id, location_name: 'Bodega', ingredient_id: can.id, name: 'Lata', base_unit: 'unit' },
      ...{ on_hand: 24, package_size: 24, is_strict: true, value: 12_000 },
    });
    await expect(onHand(bar, can)).resolves.toBe(21);
    const kinds = await fixtures.run<{ kind: string }>(
      'SELECT kind FROM inventory.movements WHERE venue_id = $1 AND employee_id = $2 ORDER BY created_at, kind',
      [venue.id, admin.person.id],
    );
    expect(kinds.map((row) => row.kind)).toEqual(['purchase', 'count', 'waste', 'transfer', 'transfer']);
  });

  it('does a repeated request once, and marks its answer', async () => {
    const key = newId();
    const body = { location_id: cellar.id, items: [{ ingredient_id: can.id, quantity: 10 }] };
    const first = await move('purchases', body, key);
    const again = await move('purchases', body, key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    await expect(onHand(cellar, can)).resolves.toBe(10);
    const other = { ...body, items: [{ ingredient_id: can.id, quantity: 11 }] };
    expect(await move('purchases', other, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency.key_reused' },
    });
    expect(await admin.post('/stock/waste', { ...body, note: 'x' })).toMatchObject({
      status: 400,
      body: { code: 'idempotency.key_missing' },
    });
  });

  it('refuses to lose or carry more counted things than there are', async () => {
    await move('purchases', { location_id: cellar.id, items: [{ ingredient_id: can.id, quantity: 2 }] });
    const items = [{ ingredient_id: can.id, quantity: 3 }];
    const refused = {
      status: 409,
      body: { code: 'stock.not_enough', facts: { ingredient_name: 'Lata', on_hand: 2 } },
    };
    expect(await move('waste', { location_id: cellar.id, items, note: 'x' })).toMatchObject(refused);
    const way = { from_location_id: cellar.id, to_location_id: bar.id };
    expect(await move('transfers', { ...way, items })).toMatchObject(refused);
    await expect(onHand(cellar, can)).resolves.toBe(2);
  });

  it('takes one ingredient once an entry, however its id is written, and whole quantities above zero', async () => {
    const twice = [
      { ingredient_id: can.id, quantity: 1 },
      { ingredient_id: can.id.toUpperCase(), quantity: 1 },
    ];
    expect((await move('purchases', { location_id: cellar.id, items: twice })).status).toBe(400);
    for (const quantity of [0, -1, 0.5, 1e12]) {
      const items = [{ ingredient_id: can.id, quantity }];
      expect((await move('purchases', { location_id: cellar.id, items })).status).toBe(400);
    }
    const items = [{ ingredient_id: can.id, quantity: 1 }];
    expect((await move('waste', { location_id: cellar.id, items })).status).toBe(400);
    const nowhere = { from_location_id: cellar.id, to_location_id: cellar.id };
    expect((await move('transfers', { ...nowhere, items })).status).toBe(400);
  });

  it('writes recipes with their cost, and what became what', async () => {
    const heard = hearEvents(app.current);
    const items = [
      { ingredient_id: pisco.id, quantity: 60, tolerance_pct: 5 },
      { ingredient_id: can.id, quantity: 1, tolerance_pct: 0 },
    ];
    const written = await admin.put(`/recipes/${piscola}`, { items });
    const recipe = {
      product_id: piscola,
      items: [
        { ...items[1], name: 'Lata', base_unit: 'unit', cost: 500 },
        { ...items[0], name: 'Pisco', base_unit: 'ml', cost: 480 },
      ],
      cost: 980,
    };
    expect(written).toMatchObject({ status: 200, body: recipe });
    expect((await admin.get('/recipes')).body).toEqual({ items: [recipe] });
    expect((await admin.put(`/recipes/${piscola}`, { items: [] })).body).toEqual({
      product_id: piscola,
      items: [],
      cost: 0,
    });
    expect((await admin.get('/recipes')).body).toEqual({ items: [] });
    await app.current.drainOutbox();
    const told = heard.filter((event) => event.type === 'inventory.recipe_changed');
    expect(told).toMatchObject([
      { subjectId: piscola, data: { name: 'Piscola', before: { items: [] } } },
      { data: { after: { items: [] } } },
    ]);
    expect(await admin.put(`/recipes/${newId()}`, { items })).toMatchObject({
      status: 404,
      body: { code: 'stock.product_not_found' },
    });
    const unknown = [{ ingredient_id: newId(), quantity: 1, tolerance_pct: 0 }];
    expect(await admin.put(`/recipes/${piscola}`, { items: unknown })).toMatchObject({
      status: 404,
      body: { code: 'stock.ingredient_not_found' },
    });
  });

  it('tells a register how many portions are left of what must not run out', async () => {
    await admin.put(`/recipes/${piscola}`, { items: [{ ingredient_id: can.id, quantity: 2, tolerance_pct: 0 }] });
    await move('purchases', { location_id: bar.id, items: [{ ingredient_id: can.id, quantity: 5 }] });
    const register = newId();
    await fixtures.run(
      `INSERT INTO sales.registers (id, venue_id, name, type, location_id) VALUES ($1, $2, 'Caja 1', 'bar', $3)`,
      [register, venue.id, bar.id],
    );
    const left = await cashier.get(`/stock/available?register_id=${register}`);
    expect(left).toMatchObject({ status: 200, body: { items: [{ product_id: piscola, left: 2 }] } });
    const unknown = await cashier.get(`/stock/available?register_id=${newId()}`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'stock.register_not_found' } });
  });

  it('keeps ingredients and places: changed with before and after, names once, listed page by page', async () => {
    const heard = hearEvents(app.current);
    const dearer = await admin.patch(`/ingredients/${pisco.id}`, { package_cost: 6_500 });
    expect(dearer).toMatchObject({ status: 200, body: { name: 'Pisco', package_cost: 6_500, is_strict: false } });
    expect((await admin.patch(`/stock-locations/${bar.id}`, { is_active: false })).body).toMatchObject({
      name: 'Barra',
      is_active: false,
    });
    await app.current.drainOutbox();
    expect(heard.filter((event) => event.type.endsWith('_changed'))).toMatchObject([
      {
        type: 'inventory.ingredient_changed',
        data: { before: { package_cost: 6_000 }, after: { package_cost: 6_500 } },
      },
      { type: 'inventory.location_changed', data: { before: { is_active: true }, after: { is_active: false } } },
    ]);
    const taken = { status: 409, body: { code: 'stock.name_taken' } };
    expect(await admin.patch(`/ingredients/${pisco.id}`, { name: 'Lata' })).toMatchObject(taken);
    expect(await admin.post('/stock-locations', { name: 'Bodega' })).toMatchObject(taken);
    type Listed = { items: { name: string }[]; next_cursor: string | null };
    const first = await admin.get<Listed>('/ingredients?limit=1');
    expect(first.body.items).toMatchObject([{ name: 'Lata' }]);
    const second = await admin.get<Listed>(`/ingredients?limit=1&cursor=${String(first.body.next_cursor)}`);
    expect(second.body).toMatchObject({ items: [{ name: 'Pisco' }], next_cursor: null });
    expect((await cashier.get<Listed>('/stock-locations')).body.items).toMatchObject([
      { name: 'Barra' },
      { name: 'Bodega' },
    ]);
  });

  it('of another house does not exist, and is worked on by who may', async () => {
    const other = await fixtures.venue();
    const stranger = await fixtures.loggedIn(other, ['admin'], 'admin');
    const items = [{ ingredient_id: can.id, quantity: 1 }];
    const stolen = await stranger.post('/stock/purchases', { location_id: cellar.id, items }, { key: newId() });
    expect(stolen).toMatchObject({ status: 404, body: { code: 'stock.location_not_found' } });
    const theirs = await fixtures.location(other);
    const mixed = await stranger.post('/stock/purchases', { location_id: theirs.id, items }, { key: newId() });
    expect(mixed).toMatchObject({ status: 404, body: { code: 'stock.ingredient_not_found' } });
    expect((await stranger.patch(`/ingredients/${can.id}`, { name: 'Mía' })).status).toBe(404);
    expect((await stranger.patch(`/stock-locations/${bar.id}`, { name: 'Mía' })).status).toBe(404);
    expect((await stranger.put(`/recipes/${piscola}`, { items: [] })).status).toBe(404);
    expect((await stranger.get<StockBody>('/stock')).body.items).toEqual([]);
    for (const refused of [
      await cashier.get('/stock'),
      await cashier.get('/ingredients'),
      await cashier.post('/stock-locations', { name: 'x' }),
      await cashier.post('/stock/purchases', { location_id: cellar.id, items }, { key: newId() }),
    ]) {
      expect(refused).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
    }
  });
});
