import { newId } from '@libs/kernel';
import { Fixtures, useTestApp, Venue } from './support';

type Client = Awaited<ReturnType<Fixtures['loggedIn']>>;
interface Type {
  readonly id: string;
  readonly version: number;
}
interface OnSale {
  readonly name: string;
  readonly left: number;
}

const app = useTestApp();
let make: Fixtures;
let venue: Venue;
let admin: Client;
let night: { id: string };

const add = (more: object = {}, client = admin) =>
  client.post<Type & { code: string }>('/entry-types', {
    ...{ night_id: night.id, name: 'General', price: 8_000, capacity: 100, ...more },
  });
const onSale = async (query = ''): Promise<OnSale[]> =>
  (await app.current.client().get<OnSale[]>(`/entradas?venue_id=${venue.id}${query}`)).body;
const date = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeEach(async () => {
  make = new Fixtures(app.current);
  venue = await make.venue();
  admin = await make.loggedIn(venue, ['admin'], 'admin');
  night = await make.night(venue, { status: 'PLANNED', date: date(3), name: 'Viernes' });
});

describe('kinds of entry', () => {
  it('are planned night by night and changed by who saw the latest', async () => {
    const { status, body } = await add({ description: 'Antes de la una', code: 'amigos', per_person: 4 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ price: 8_000, capacity: 100, taken: 0, left: 100, code: 'AMIGOS', per_person: 4 });
    const changed = await admin.patch(`/entry-types/${body.id}`, { price: 9_000, version: body.version });
    expect(changed.body).toMatchObject({ price: 9_000, version: 2 });
    const late = await admin.patch(`/entry-types/${body.id}`, { price: 1, version: body.version });
    expect(late).toMatchObject({ status: 409, body: { code: 'entry.changed_meanwhile' } });
    const list = await admin.get(`/entry-types?night_id=${night.id}`);
    expect(list.body).toMatchObject({ items: [{ name: 'General', price: 9_000 }] });
  });

  it('have one name a night, room for somebody, and a window that ends after it starts', async () => {
    await add();
    expect(await add()).toMatchObject({ status: 409, body: { code: 'entry.name_taken' } });
    const window = { name: 'Tarde', sale_starts_at: '2026-12-02T00:00:00Z', sale_ends_at: '2026-12-01T00:00:00Z' };
    expect(await add(window)).toMatchObject({ status: 400, body: { code: 'entry.window_reversed' } });
    for (const wrong of [{ price: -1 }, { price: 0.5 }, { capacity: 0 }, { per_person: 0 }, { taken: 3 }]) {
      expect((await add({ name: 'Otra', ...wrong })).status).toBe(400);
    }
  });

  it('belong to one house and are its admins’ to change', async () => {
    const stranger = await make.loggedIn(await make.venue(), ['admin'], 'admin');
    expect(await add({}, stranger)).toMatchObject({ status: 404, body: { code: 'entry.night_not_found' } });
    expect(await add({ product_id: newId() })).toMatchObject({
      status: 404,
      body: { code: 'entry.product_not_found' },
    });
    const { body } = await add();
    expect((await stranger.patch(`/entry-types/${body.id}`, { price: 1 })).status).toBe(404);
    expect((await stranger.get(`/entry-types?night_id=${night.id}`)).body).toEqual({ items: [] });
    const supervisor = await make.loggedIn(venue, ['supervisor'], 'register');
    expect((await supervisor.get(`/entry-types?night_id=${night.id}`)).status).toBe(200);
    expect((await add({ name: 'VIP' }, supervisor)).status).toBe(403);
  });

  it('are heard of in the audit trail', async () => {
    const { body } = await add();
    await admin.patch(`/entry-types/${body.id}`, { price: 9_000 });
    await app.current.drainOutbox();
    const { items } = (await admin.get<{ items: { type: string }[] }>('/audit?type=entries')).body;
    expect(items.map(({ type }) => type).sort()).toEqual(['entries.type_added', 'entries.type_changed']);
  });
});

describe('what anybody may see', () => {
  it('is what is on sale for the next night, hidden kinds only with their code', async () => {
    const later = await make.night(venue, { status: 'PLANNED', date: date(9), name: 'Otro viernes' });
    await add({ position: 1 });
    await add({ name: 'Amigos', price: 0, code: 'amigos', position: 2 });
    await add({ name: 'Cerrada', is_active: false });
    await add({ name: 'Mañana', sale_starts_at: new Date(Date.now() + 86_400_000).toISOString() });
    await add({ name: 'Ayer', sale_ends_at: new Date(Date.now() - 1_000).toISOString() });
    await add({ night_id: later.id, name: 'Preventa' });
    expect((await onSale()).map(({ name }) => name)).toEqual(['General']);
    expect((await onSale('&code=%20AmiGos')).map(({ name }) => name)).toEqual(['General', 'Amigos']);
    expect((await onSale('&code=nadie')).map(({ name }) => name)).toEqual(['General']);
    expect((await onSale(`&night_id=${later.id}`)).map(({ name }) => name)).toEqual(['Preventa']);
    expect((await onSale())[0]).toMatchObject({ id: expect.any(Number) as number, left: 100, is_sold_out: false });
  });

  it('is tonight’s party with prices and what is left, or that there is none', async () => {
    const tonight = () => app.current.client().get(`/public/evento/hoy?venue_id=${venue.id}`);
    expect(await tonight()).toMatchObject({ status: 404, body: { code: 'event.none_tonight' } });
    const other = await make.venue();
    const open = await make.night(other, { name: 'Hoy' });
    await make.run(
      `UPDATE nights.nights SET djs = '{DJ Niebla}', image_url = 'https://club.example/hoy.jpg', description = 'Dos pistas',
         price_tiers = '[{"name": "Puerta", "price": 10000}]' WHERE id = $1`,
      [open.id],
    );
    const { status, body, headers } = await app.current.client().get(`/public/evento/hoy?venue_id=${other.id}`);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=10');
    expect(body).toMatchObject({
      ...{ uuid: open.id, name: 'Hoy', djs: ['DJ Niebla'], description: 'Dos pistas', is_open: true, left: null },
      ...{ image_url: 'https://club.example/hoy.jpg', prices: [{ name: 'Puerta', price: 10_000, left: null }] },
    });
  });

  it('is a bare array of parties to come, the next one first, in pages', async () => {
    await make.night(venue, { status: 'PLANNED', date: date(10), name: 'Segundo' });
    await make.night(venue, { status: 'CLOSED', date: date(-3), name: 'Pasado' });
    await add();
    await add({ name: 'Oculta', code: 'x' });
    const get = (query: string) =>
      app.current.client().get<{ name: string }[]>(`/public/eventos/proximos?venue_id=${venue.id}${query}`);
    expect((await get('')).body).toMatchObject([
      { name: 'Viernes', left: 100, prices: [{ name: 'General', price: 8_000, left: 100 }] },
      { name: 'Segundo', left: null, prices: [] },
    ]);
    expect((await get('&limit=1&offset=1')).body).toMatchObject([{ name: 'Segundo' }]);
    expect((await get('&limit=0')).status).toBe(400);
  });

  it('is the menu with the prices of the moment', async () => {
    const category = await admin.post<{ id: string }>('/catalog/categories', {
      name: 'Tragos',
      icon: 'bottle',
      hue: 'mixed',
    });
    await admin.post('/catalog/products', { category_id: category.body.id, name: 'Piscola', price: 5_500 });
    const { status, body } = await app.current.client().get<object[]>(`/products?venue_id=${venue.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject([{ name: 'Piscola', category: 'Tragos', price: 5_500, list_price: 5_500 }]);
    expect(body[0]).toMatchObject({ id: expect.any(Number) as number });
    expect((await app.current.client().get<object[]>(`/products?venue_id=${venue.id}&category=Shots`)).body).toEqual(
      [],
    );
    expect((await app.current.client().get(`/products?venue_id=${newId()}`)).status).toBe(404);
  });
});
