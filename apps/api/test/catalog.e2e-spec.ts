import { newId } from '@libs/kernel';
import { Fixtures } from './support/fixtures';
import { hearEvents } from './support/heard-events';
import { useTestApp } from './support/test-app';

type Client = Awaited<ReturnType<Fixtures['loggedIn']>>;
interface Created {
  readonly id: string;
  readonly version: number;
}
interface MenuBody {
  readonly version: string;
  readonly categories: { id: string; name: string }[];
  readonly products: { id: string; name: string; price: number; list_price: number; window: { name: string } | null }[];
  readonly next_change_at: string | null;
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

describe('the catalog', () => {
  const app = useTestApp();
  let fixtures: Fixtures;
  let venue: { id: string; name: string };
  let admin: Client;
  let cashier: Client;
  let category: Created;
  let piscola: Created;

  const add = async (path: string, fields: object): Promise<Created> => {
    const answer = await admin.post<Created>(`/catalog/${path}`, fields);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const menu = (headers: Record<string, string> = {}) => cashier.get<MenuBody>('/catalog', { headers });

  beforeEach(async () => {
    fixtures = new Fixtures(app.current);
    venue = await fixtures.venue();
    admin = await fixtures.loggedIn(venue, ['admin'], 'admin');
    cashier = await fixtures.loggedIn(venue, ['cashier'], 'register');
    category = await add('categories', { name: 'Tragos', icon: 'cocktail', hue: 'mixed' });
    piscola = await add('products', { category_id: category.id, name: 'Piscola', price: 4_500 });
  });

  it('shows the tills what is on, with the price of the moment', async () => {
    await add('products', { category_id: category.id, name: 'Retirado', price: 1, is_active: false });
    const hidden = await add('categories', { name: 'Oculta', icon: 'gift', hue: 'promo', is_active: false });
    await add('products', { category_id: hidden.id, name: 'Escondido', price: 1 });
    await add('price-windows', {
      ...{ name: 'Happy hour', weekdays: EVERY_DAY, from: '00:00', to: '00:00' },
      prices: [{ product_id: piscola.id, price: 3_500 }],
    });
    const { status, body } = await menu();
    expect(status).toBe(200);
    expect(body).toEqual({
      version: expect.any(String) as string,
      categories: [{ id: category.id, name: 'Tragos', icon: 'cocktail', hue: 'mixed', position: 0 }],
      products: [
        {
          id: piscola.id,
          number: expect.any(Number) as number,
          category_id: category.id,
          name: 'Piscola',
          detail: '',
          price: 3_500,
          list_price: 4_500,
          window: { name: 'Happy hour', until: null },
          favourite_position: null,
          position: 0,
        },
      ],
      next_change_at: null,
    });
  });

  it('is sent again only when something changed, whoever changed it', async () => {
    const first = await menu();
    const etag = String(first.headers.get('etag'));
    const same = await menu({ 'if-none-match': etag });
    expect(same).toMatchObject({ status: 304, body: '' });
    expect(same.headers.get('cache-control')).toBe('private, no-cache');

    await admin.patch(`/catalog/products/${piscola.id}`, { price: 5_000 });
    const changed = await menu({ 'if-none-match': etag });
    expect(changed).toMatchObject({ status: 200, body: { products: [{ price: 5_000 }] } });
    expect(changed.headers.get('etag')).not.toBe(etag);

    // Another instance, or a person with psql: no code of this instance runs.
    await fixtures.run(`UPDATE catalog.categories SET name = 'Cocteles' WHERE id = $1`, [category.id]);
    expect((await menu()).body.categories).toMatchObject([{ name: 'Cocteles' }]);
    const window = newId();
    await fixtures.run(
      `INSERT INTO catalog.price_windows (id, venue_id, name, weekdays, from_minute, to_minute) VALUES ($1, $2, 'x', $3, 0, 0)`,
      [window, venue.id, EVERY_DAY],
    );
    await fixtures.run(`INSERT INTO catalog.price_window_prices VALUES ($1, $2, 1)`, [window, piscola.id]);
    expect((await menu()).body.products).toMatchObject([{ price: 1 }]);
    await fixtures.run(`DELETE FROM catalog.price_window_prices WHERE window_id = $1`, [window]);
    expect((await menu()).body.products).toMatchObject([{ price: 5_000 }]);
  });

  it('is the same, compressed or not', async () => {
    const plain = await menu({ 'accept-encoding': 'identity' });
    const zipped = await menu({ 'accept-encoding': 'gzip' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.body).toEqual(plain.body);
    expect(zipped.headers.get('etag')).toBe(plain.headers.get('etag'));
  });

  it('of one house never answers for another', async () => {
    const mine = await menu();
    const other = await fixtures.venue();
    const stranger = await fixtures.loggedIn(other, ['admin'], 'admin');
    const theirs = await stranger.get<MenuBody>('/catalog', {
      headers: { 'if-none-match': String(mine.headers.get('etag')) },
    });
    expect(theirs).toMatchObject({ status: 200, body: { products: [] } });
    const listed = await stranger.get('/catalog/products');
    expect(listed.body).toEqual({ items: [], next_cursor: null });
    for (const [path, code] of [
      [`categories/${category.id}`, 'catalog.category_not_found'],
      [`products/${piscola.id}`, 'catalog.product_not_found'],
    ] as const) {
      const refused = await stranger.patch(`/catalog/${path}`, { name: 'Mío' });
      expect(refused).toMatchObject({ status: 404, body: { code } });
    }
    const intoMine = await stranger.post('/catalog/products', { category_id: category.id, name: 'X', price: 1 });
    expect(intoMine).toMatchObject({ status: 404, body: { code: 'catalog.category_not_found' } });
    const prices = await stranger.post('/catalog/products/prices', { items: [{ id: piscola.id, price: 1 }] });
    expect(prices).toMatchObject({ status: 404, body: { code: 'catalog.product_not_found' } });
    expect((await menu()).body.products).toMatchObject([{ price: 4_500 }]);
  });

  it('lets products be changed by whoever saw the latest version, and tells what became what', async () => {
    const heard = hearEvents(app.current);
    const path = `/catalog/products/${piscola.id}`;
    const changed = await admin.patch(path, { price: 5_000, favourite_position: 1, version: 1 });
    expect(changed).toMatchObject({ status: 200, body: { price: 5_000, favourite_position: 1, version: 2 } });
    const stale = await admin.patch(path, { price: 9_000, version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'catalog.changed_meanwhile' } });
    const emptied = await admin.patch(path, { favourite_position: null });
    expect(emptied.body).toMatchObject({ price: 5_000, favourite_position: null });
    await app.current.drainOutbox();
    expect(heard.filter((event) => event.type === 'catalog.product_changed')).toMatchObject([
      {
        subjectId: piscola.id,
        venueId: venue.id,
        actor: { employeeId: admin.person.id },
        data: { before: { price: 4_500, favourite_position: null }, after: { price: 5_000, favourite_position: 1 } },
      },
      { data: { before: { favourite_position: 1 }, after: { favourite_position: null } } },
    ]);
  });

  it('changes many prices together, or none', async () => {
    const water = await add('products', { category_id: category.id, name: 'Agua', price: 2_000 });
    const heard = hearEvents(app.current);
    const items = [
      { id: piscola.id, price: 4_900 },
      { id: water.id, price: 2_000 },
    ];
    expect(await admin.post('/catalog/products/prices', { items })).toMatchObject({
      status: 200,
      body: { changed: 1 },
    });
    await app.current.drainOutbox();
    expect(heard.filter((event) => event.type === 'catalog.product_changed')).toMatchObject([
      {
        type: 'catalog.product_changed',
        subjectId: piscola.id,
        data: { before: { price: 4_500 }, after: { price: 4_900 } },
      },
    ]);
    const withUnknown = [
      { id: water.id, price: 1 },
      { id: newId(), price: 1 },
    ];
    expect((await admin.post('/catalog/products/prices', { items: withUnknown })).status).toBe(404);
    const twice = [
      { id: water.id, price: 1 },
      { id: water.id, price: 2 },
    ];
    expect((await admin.post('/catalog/products/prices', { items: twice })).status).toBe(400);
    expect((await menu()).body.products).toMatchObject([{ price: 2_000 }, { price: 4_900 }]);
  });

  it('refuses a name that is taken, in each of its lists', async () => {
    const window = { name: 'Happy', weekdays: [6], from: '22:00', to: '00:30' };
    await add('price-windows', window);
    const taken = { status: 409, body: { code: 'catalog.name_taken', title: 'Nombre en uso' } };
    expect(await admin.post('/catalog/categories', { name: 'Tragos', icon: 'beer', hue: 'beer' })).toMatchObject(taken);
    const again = { category_id: category.id, name: 'Piscola', price: 1 };
    expect(await admin.post('/catalog/products', again)).toMatchObject(taken);
    expect(await admin.post('/catalog/price-windows', window)).toMatchObject(taken);
    const second = await add('products', { ...again, name: 'Otra' });
    expect(await admin.patch(`/catalog/products/${second.id}`, { name: 'Piscola' })).toMatchObject(taken);
  });

  it('lists products by name, page by page, by category, state and part of the name', async () => {
    const beers = await add('categories', { name: 'Cervezas', icon: 'beer', hue: 'beer' });
    await add('products', { category_id: beers.id, name: 'Lager', price: 3_000 });
    await add('products', { category_id: beers.id, name: 'Ale', price: 3_000, is_active: false });
    type Listed = { items: { name: string; windows: unknown[] }[]; next_cursor: string | null };
    const list = async (query: string) => (await admin.get<Listed>(`/catalog/products?${query}`)).body;
    const names = (page: Listed): string[] => page.items.map((item) => item.name);
    const first = await list('limit=2');
    expect(names(first)).toEqual(['Ale', 'Lager']);
    const second = await list(`limit=2&cursor=${String(first.next_cursor)}`);
    expect(names(second)).toEqual(['Piscola']);
    expect(second.next_cursor).toBeNull();
    expect(names(await list(`category_id=${beers.id}&active=true`))).toEqual(['Lager']);
    expect(names(await list('active=false'))).toEqual(['Ale']);
    expect(names(await list('q=ISCO'))).toEqual(['Piscola']);
    expect(names(await list('q=%25'))).toEqual([]);
  });

  it('keeps price windows: hours, days, prices, on and off, and gone', async () => {
    const made = await add('price-windows', {
      ...{ name: 'Happy hour', weekdays: EVERY_DAY, from: '00:00', to: '00:00' },
      prices: [{ product_id: piscola.id, price: 3_500 }],
    });
    const path = `/catalog/price-windows/${made.id}`;
    expect((await admin.get<{ items: unknown[] }>('/catalog/products')).body.items).toMatchObject([
      { windows: [{ window_id: made.id, price: 3_500 }] },
    ]);
    await admin.patch(path, { is_active: false });
    expect((await menu()).body.products).toMatchObject([{ price: 4_500, window: null }]);
    const changed = await admin.patch(path, {
      ...{ is_active: true, from: '22:00', to: '00:30', weekdays: [5, 6] },
      prices: [{ product_id: piscola.id, price: 3_000 }],
    });
    const shown = { name: 'Happy hour', from: '22:00', to: '00:30', weekdays: [5, 6], is_active: true };
    expect(changed).toMatchObject({
      status: 200,
      body: { ...shown, prices: [{ product_id: piscola.id, price: 3_000 }] },
    });
    expect((await admin.get('/catalog/price-windows')).body).toMatchObject({ items: [{ id: made.id, ...shown }] });
    expect((await menu()).body.next_change_at).toEqual(expect.any(String));
    expect((await admin.patch(path, { prices: [{ product_id: newId(), price: 1 }] })).status).toBe(404);
    expect((await admin.delete(path)).status).toBe(204);
    expect(await admin.delete(path)).toMatchObject({ status: 404, body: { code: 'catalog.window_not_found' } });
    expect((await menu()).body.next_change_at).toBeNull();
  });

  it('is managed by who may, and takes only what the menu can hold', async () => {
    expect((await cashier.get('/catalog/products')).status).toBe(403);
    expect((await cashier.patch(`/catalog/products/${piscola.id}`, { price: 1 })).status).toBe(403);
    for (const wrong of [{ price: 0.5 }, { price: -1 }, { price: 10_000_001 }, { is_active: 'yes' }, { number: 5 }]) {
      expect((await admin.patch(`/catalog/products/${piscola.id}`, wrong)).status).toBe(400);
    }
    const window = { name: 'x', weekdays: [1], from: '22:00', to: '23:00' };
    for (const wrong of [
      { from: '24:00' },
      { weekdays: [] },
      { weekdays: [0] },
      { weekdays: [1, 1] },
      { to: '9:00' },
    ]) {
      expect((await admin.post('/catalog/price-windows', { ...window, ...wrong })).status).toBe(400);
    }
    expect((await admin.patch(`/catalog/categories/${category.id}`, { hue: 'pink' })).status).toBe(400);
  });
});
