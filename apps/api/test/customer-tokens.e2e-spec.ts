import { createHmac } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import { newId } from '@libs/kernel';
import { accessKey } from '@libs/customers/infrastructure/access-token';
import { Fixtures, HttpClient, useTestApp, Venue } from './support';

describe('an access token of a customer', () => {
  const app = useTestApp();
  let make: Fixtures;
  let venue: Venue;

  const client = (): HttpClient => app.current.client();
  const bearing = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  const profileWith = (token: string) => client().get<{ code: string }>('/customers/profile', bearing(token));
  const claimsOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

  beforeAll(async () => {
    make = new Fixtures(app.current);
    venue = await make.venue();
  });

  it('counts only whole and as it was made', async () => {
    const { accessToken: good, refreshToken } = await make.loggedInCustomer(venue);
    const key = accessKey(app.current.config);
    const claims = claimsOf(good);
    const now = Math.floor(Date.now() / 1000);
    const header = { alg: 'HS256', typ: 'at+jwt' };
    const made = (changes: object, given: { header?: object; key?: Buffer; algorithm?: 'HS256' | 'HS512' } = {}) =>
      sign(JSON.parse(JSON.stringify({ ...claims, ...changes })) as object, given.key ?? key, {
        algorithm: given.algorithm ?? 'HS256',
        header: { ...header, alg: given.algorithm ?? 'HS256', ...given.header },
      });
    const without = (name: string) => made({ [name]: undefined });
    const raw = (head: object) => {
      const text = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
      return { text, mac: createHmac('sha256', key).update(text).digest('base64url') };
    };
    expect((await profileWith(made({}))).status).toBe(200);
    const [first = '', , last = ''] = good.split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: newId() })).toString('base64url');
    const broken: Record<string, string> = {
      'no algorithm': `${raw({ alg: 'none', typ: 'at+jwt' }).text}.`,
      'another algorithm': made({}, { algorithm: 'HS512' }),
      'another algorithm named than used': `${raw({ alg: 'RS256', typ: 'at+jwt' }).text}.${raw({ alg: 'RS256', typ: 'at+jwt' }).mac}`,
      'another key': made({}, { key: Buffer.alloc(32, 1) }),
      'the data key itself': made({}, { key: app.current.config.dataKey }),
      'another type': made({}, { header: { typ: 'JWT' } }),
      'a header more': made({}, { header: { kid: '../../dev/null' } }),
      'another issuer': made({ iss: 'elsewhere' }),
      'another audience': made({ aud: 'noche-staff' }),
      'no expiry': without('exp'),
      expired: made({ iat: now - 601, exp: now - 1 }),
      'longer than ten minutes': made({ exp: now + 3600 }),
      'from the future': made({ iat: now + 300, exp: now + 900 }),
      'an older version': made({ ver: 0 }),
      'another version': made({ ver: 2 }),
      'no version': without('ver'),
      'an unknown customer': made({ sub: newId() }),
      'an unknown login': made({ sid: newId() }),
      'a subject that is no id': made({ sub: "' OR 1=1" }),
      'a claim more': made({ role: 'admin' }),
      'a changed body': `${first}.${forged}.${last}`,
      'no signature': good.slice(0, good.lastIndexOf('.') + 1),
      'a refresh token': refreshToken,
      nothing: '',
    };
    const answers: Record<string, string> = {};
    for (const [what, token] of Object.entries(broken)) {
      const { status, body } = await profileWith(token);
      answers[what] = `${status} ${body.code}`;
    }
    expect(answers).toEqual(
      Object.fromEntries(Object.keys(broken).map((what) => [what, '401 customer.token_invalid'])),
    );
    expect(Object.keys(broken).length).toBeGreaterThan(15);
  });

  it('is read from the header alone', async () => {
    const { accessToken: token } = await make.loggedInCustomer(venue);
    expect((await client().get(`/customers/profile?access_token=${token}`)).status).toBe(401);
    const cookie = await client().get('/customers/profile', { headers: { cookie: `access_token=${token}` } });
    expect(cookie.status).toBe(401);
  });

  it('opens no door of the staff, and no session of the staff opens a customer’s', async () => {
    const { accessToken: token } = await make.loggedInCustomer(venue);
    for (const path of ['/auth/me', '/customers', '/employees', '/audit/entries']) {
      expect([401, 404]).toContain((await client().get(path, bearing(token))).status);
    }
    const admin = await make.loggedIn(venue, ['admin'], 'admin');
    expect((await admin.get('/customers/profile')).status).toBe(401);
    const cashier = await make.loggedIn(venue, ['cashier'], 'register');
    expect((await cashier.get('/customers')).status).toBe(403);
  });
});

describe('the limit of requests', () => {
  const app = useTestApp({ RATE_LIMIT_PER_MINUTE: '6' });

  it('is each customer’s own, however many share one address', async () => {
    const make = new Fixtures(app.current);
    const venue = await make.venue();
    const [busy, calm] = [await make.loggedInCustomer(venue), await make.loggedInCustomer(venue)];
    const wifi = app.current.client();
    const ask = (token: string) =>
      wifi.get<{ code: string }>('/customers/profile', { headers: { authorization: `Bearer ${token}` } });
    for (let time = 0; time < 6; time += 1) expect((await ask(busy.accessToken)).status).toBe(200);
    const limited = await ask(busy.accessToken);
    expect(limited).toMatchObject({ status: 429, body: { code: 'request.too_many' } });
    expect((await ask(calm.accessToken)).status).toBe(200);
  });

  it('is the address’s for who shows no token', async () => {
    const [one, other] = [app.current.client(), app.current.client()];
    const renew = (who: typeof one) => who.post('/customers/refresh', { refresh_token: 'x'.repeat(43) });
    for (let time = 0; time < 6; time += 1) expect((await renew(one)).status).toBe(401);
    expect((await renew(one)).status).toBe(429);
    expect((await renew(other)).status).toBe(401);
  });
});
