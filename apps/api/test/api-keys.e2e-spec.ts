import { Database, DatabaseListener } from '@libs/platform';
import { createApp, RunningApp } from '../src/app';
import { Fixtures, HttpClient, PASSWORD, useTestApp, Venue } from './support';

interface Made {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly key: string;
}

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly last_used_at: string | null;
    readonly revoked_at: string | null;
  }[];
  readonly next_cursor: string | null;
}

const BOTH = ['menu.read', 'events.read'];

describe('the static key of an app built without code', () => {
  // Hooks run in this order: the second instance goes before its database does.
  afterAll(() => second.close());

  const app = useTestApp({ RATE_LIMIT_PER_MINUTE: '100000' });
  let second: RunningApp;
  let secondUrl: string;
  let make: Fixtures;
  let house: Venue;
  let other: Venue;
  let admin: HttpClient;

  beforeAll(async () => {
    second = await createApp({ ...app.current.config, databasePool: 4 });
    secondUrl = `http://127.0.0.1:${await second.listen(0)}`;
    make = new Fixtures(app.current);
  });

  beforeEach(async () => {
    house = await make.venue();
    other = await make.venue();
    await make.night(house, { name: 'La nuestra', status: 'OPEN' });
    await make.night(other, { name: 'La otra', status: 'OPEN' });
    admin = await make.loggedIn(house, ['admin'], 'admin');
  });

  afterEach(() => jest.restoreAllMocks());

  const newKey = async (scopes: readonly string[] = BOTH, by = admin): Promise<Made> => {
    const { status, body } = await by.post<Made>('/api-keys', { name: 'Adalo', scopes });
    expect(status).toBe(201);
    return body;
  };
  const keyed = (key: string) => ({ headers: { 'x-api-key': key } });
  const read = (path: string, key: string, client = app.current.client()) =>
    client.get<{ name: string; code: string }>(path, keyed(key));
  const tonight = (key: string, client?: HttpClient) => read('/public/evento/hoy', key, client);
  const codeOf = ({ status, body }: { status: number; body: { code: string } }) => `${status} ${body.code}`;

  it('reads what its house shows to everybody, where several houses share the installation', async () => {
    const nobody = await app.current.client().get<{ code: string }>('/public/evento/hoy');
    expect(codeOf(nobody)).toBe('400 customer.venue_missing');
    const { key } = await newKey();
    expect((await tonight(key)).body.name).toBe('La nuestra');
    for (const path of ['/products', '/entradas', '/public/eventos/proximos']) {
      expect({ path, status: (await read(path, key)).status }).toEqual({ path, status: 200 });
    }
    const theirs = await newKey(BOTH, await make.loggedIn(other, ['admin'], 'admin'));
    expect((await tonight(theirs.key)).body.name).toBe('La otra');
  });

  it('reads nothing of another house, not even when it asks for it', async () => {
    const { key } = await newKey();
    const client = app.current.client();
    expect((await client.get(`/products?venue_id=${other.id}`)).status).toBe(200);
    expect(codeOf(await read(`/products?venue_id=${other.id}`, key))).toBe('404 customer.venue_unknown');
    expect((await read(`/products?venue_id=${house.id}`, key)).status).toBe(200);
  });

  it('reads only what it was made for', async () => {
    const { key } = await newKey(['menu.read']);
    expect((await read('/products', key)).status).toBe(200);
    for (const path of ['/entradas', '/public/evento/hoy', '/public/eventos/proximos']) {
      expect({ path, refused: codeOf(await read(path, key)) }).toEqual({ path, refused: '403 api_key.scope_missing' });
    }
  });

  it('opens nothing of guests and nothing of staff', async () => {
    const { key } = await newKey();
    const refused = async (path: string) => codeOf(await read(path, key));
    expect(await refused('/customers/profile')).toBe('401 customer.token_invalid');
    expect(await refused('/wallet/balance')).toBe('401 customer.token_invalid');
    expect(await refused('/sales')).toBe('401 auth.required');
    expect(await refused('/api-keys')).toBe('401 auth.required');
    const asAgent = { headers: { authorization: `Bearer ${key}` } };
    expect((await app.current.client().post('/agent/operations/claim', { wait_seconds: 0 }, asAgent)).status).toBe(401);
  });

  it('says at a login which house is meant, and beside a guest’s token has to be of the same house', async () => {
    const { key } = await newKey();
    const theirs = await newKey(BOTH, await make.loggedIn(other, ['admin'], 'admin'));
    const { email } = await make.customer(house);
    const login = { email, password: PASSWORD };
    const client = app.current.client();
    const { status, body } = await client.post<{ access_token: string }>('/customers/login', login, keyed(key));
    expect(status).toBe(200);
    expect((await client.post('/customers/login', login, keyed(theirs.key))).status).toBe(401);
    const profile = (apiKey: string) =>
      client.get('/customers/profile', {
        headers: { authorization: `Bearer ${body.access_token}`, 'x-api-key': apiKey },
      });
    expect((await profile(key)).status).toBe(200);
    expect((await profile(theirs.key)).status).toBe(401);
    expect((await profile('broken')).status).toBe(401);
  });

  it.each([
    ['empty', ''],
    ['short', 'abc'],
    ['unknown', `noche-app-${'x'.repeat(43)}`],
    ['sent twice', 'twice'],
    ['of signs that no key has', "noche-app-' OR 1=1 --"],
    ['endless', 'x'.repeat(5_000)],
  ])('is refused when it is %s, although the same call without one is answered', async (_, given) => {
    const { key } = await newKey();
    const sent = given === 'twice' ? `${key}, ${key}` : given;
    const path = `/products?venue_id=${house.id}`;
    expect(codeOf(await read(path, sent))).toBe('401 api_key.invalid');
    expect(codeOf(await app.current.client().post('/customers/login', {}, keyed(sent)))).toBe('401 api_key.invalid');
    expect((await app.current.client().get(path)).status).toBe(200);
  });

  it('is not looked at where providers and tablets call, who may have keys of their own', async () => {
    const client = app.current.client();
    const codes = [
      await client.post<{ code: string }>('/webhooks/getnet', {}, keyed('theirs')),
      await client.post<{ code: string }>('/devices/enrol', { code: 'K7PM-2XQD' }, keyed('theirs')),
    ].map(({ body }) => body.code);
    expect(codes).not.toContain('api_key.invalid');
    expect((await client.get('//health/live', keyed('theirs'))).status).toBe(200);
  });

  it('is out at once when it was revoked, at every instance', async () => {
    const { id, key } = await newKey();
    const elsewhere = new HttpClient(secondUrl);
    expect([(await tonight(key)).status, (await tonight(key, elsewhere)).status]).toEqual([200, 200]);
    expect((await admin.delete(`/api-keys/${id}`)).status).toBe(204);
    expect(codeOf(await tonight(key))).toBe('401 api_key.invalid');
    await second.nest.get(DatabaseListener).caughtUp();
    expect(codeOf(await tonight(key, elsewhere))).toBe('401 api_key.invalid');
  });

  it('does not come back through a call that was looking it up while it was revoked', async () => {
    const { id, key } = await newKey();
    const database = app.current.nest.get(Database);
    const ask = database.rows.bind(database);
    jest.spyOn(database, 'rows').mockImplementation(async (statement, values) => {
      const found = await ask(statement, values);
      if (statement.name === 'staff.api_key') await admin.delete(`/api-keys/${id}`);
      return found;
    });
    await tonight(key);
    expect(codeOf(await tonight(key))).toBe('401 api_key.invalid');
  });

  it('is looked up once, not at every call', async () => {
    const { key } = await newKey();
    const statements = jest.spyOn(app.current.nest.get(Database), 'rows');
    for (let n = 0; n < 3; n += 1) await tonight(key);
    expect(statements.mock.calls.filter(([{ name }]) => name === 'staff.api_key')).toHaveLength(1);
  });

  it('is revoked once, however many ask for it at the same time, and stands in the audit', async () => {
    const { id, key } = await newKey();
    const answers = await Promise.all(Array.from({ length: 8 }, () => admin.delete(`/api-keys/${id}`)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 204));
    await app.current.drainOutbox();
    const entries = await make.run<{ type: string; entry: object }>(
      'SELECT type, to_jsonb(e) AS entry FROM audit.entries e WHERE subject_id = $1 ORDER BY position',
      [id],
    );
    expect(entries.map(({ type }) => type)).toEqual(['staff.api_key_created', 'staff.api_key_revoked']);
    expect(JSON.stringify(entries)).not.toContain(key);
  });

  it('is shown once; what is kept is its hash', async () => {
    const { id, key } = await newKey(['menu.read', 'menu.read']);
    expect(key).toMatch(/^noche-app-[\w-]{43}$/);
    const kept = await make.run<{ row: string }>('SELECT k::text AS row FROM staff.api_keys k WHERE id = $1', [id]);
    expect(kept[0]?.row).not.toContain(key);
    await read('/products', key);
    await app.current.nest.get(DatabaseListener).caughtUp();
    const { body } = await admin.get<Listed>('/api-keys');
    expect(JSON.stringify(body)).not.toContain(key);
    expect(body.items).toEqual([
      expect.objectContaining({
        id,
        name: 'Adalo',
        scopes: ['menu.read'],
        created_by_name: expect.any(String) as string,
      }),
    ]);
  });

  it('shows when it was used last', async () => {
    const { key } = await newKey();
    const lastUse = async () => (await admin.get<Listed>('/api-keys')).body.items[0]?.last_used_at;
    expect(await lastUse()).toBeNull();
    const before = new Date().toISOString();
    await tonight(key);
    let used = await lastUse();
    while (!used) used = await lastUse();
    expect(used >= before).toBe(true);
  });

  it('is listed, the newest first, page by page, for its own house alone', async () => {
    const made = [await newKey(), await newKey(), await newKey()];
    await admin.delete(`/api-keys/${made[1]?.id}`);
    const first = (await admin.get<Listed>('/api-keys?limit=2')).body;
    const rest = (await admin.get<Listed>(`/api-keys?limit=2&cursor=${first.next_cursor}`)).body;
    expect([...first.items, ...rest.items].map(({ id, revoked_at }) => [id, revoked_at !== null])).toEqual([
      [made[2]?.id, false],
      [made[1]?.id, true],
      [made[0]?.id, false],
    ]);
    expect(rest.next_cursor).toBeNull();
    const stranger = await make.loggedIn(other, ['admin'], 'admin');
    expect((await stranger.get<Listed>('/api-keys')).body.items).toEqual([]);
    expect(codeOf(await stranger.delete<{ code: string }>(`/api-keys/${made[0]?.id}`))).toBe('404 api_key.unknown');
    expect((await tonight(made[0]?.key ?? '')).status).toBe(200);
  });

  it('is made and revoked by admins alone, with a name and scopes that exist', async () => {
    const supervisor = await make.loggedIn(house, ['supervisor'], 'register');
    expect((await supervisor.post('/api-keys', { name: 'Adalo', scopes: BOTH })).status).toBe(403);
    expect((await supervisor.get('/api-keys')).status).toBe(403);
    for (const scopes of [[], ['sale.read'], ['menu.read', 'customer.read'], 'menu.read', [...BOTH, 'menu.read']]) {
      expect((await admin.post('/api-keys', { name: 'Adalo', scopes })).status).toBe(400);
    }
    expect((await admin.post('/api-keys', { name: ' ', scopes: BOTH })).status).toBe(400);
  });

  it('is counted by itself, whatever addresses its calls come from, and allows more than an address', async () => {
    const { key } = await newKey();
    const again = await newKey();
    const limit = async (path: string, apiKey?: string) =>
      (await app.current.client().get(path, apiKey === undefined ? {} : keyed(apiKey))).headers;
    const path = `/products?venue_id=${house.id}`;
    expect((await limit(path)).get('x-ratelimit-limit')).toBe('120');
    expect((await limit(path, key)).get('x-ratelimit-limit')).toBe('1200');
    expect((await limit(path, key)).get('x-ratelimit-remaining')).toBe('1198');
    expect((await limit(path, again.key)).get('x-ratelimit-remaining')).toBe('1199');
  });

  it('is told to wait when it asks too often, and no other app with it', async () => {
    const [{ key }, again] = [await newKey(), await newKey()];
    for (let batch = 0; batch < 12; batch += 1) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => read('/products', key)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    const late = await read('/products', key);
    expect(codeOf(late)).toBe('429 request.too_many');
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await read('/products', again.key)).status).toBe(200);
  });

  it('guesses no passwords faster than anybody else', async () => {
    const { key } = await newKey();
    const client = app.current.client();
    const login = { email: 'nobody@example.com', password: 'otra cosa larga' };
    const { headers } = await client.post('/customers/login', login, keyed(key));
    expect(headers.get('x-ratelimit-limit')).toBe('60');
    const without = await client.post('/customers/login', { ...login, venue_id: house.id });
    expect(without.headers.get('x-ratelimit-remaining')).toBe('58');
  });

  it('keeps what lies on the way apart for each key', async () => {
    const { key } = await newKey();
    for (const headers of [(await tonight(key)).headers, (await app.current.client().get('/products')).headers]) {
      expect(headers.get('vary')).toContain('X-Api-Key');
    }
  });
});
