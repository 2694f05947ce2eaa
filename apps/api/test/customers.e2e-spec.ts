import { CustomerHoldings, Mail, Mailer } from '@libs/customers/application';
import { MailPost } from '@libs/customers/infrastructure/mail-post';
import { SlowHash } from '@libs/platform';
import { Answer, Fixtures, Guest, hearEvents, HttpClient, PASSWORD, useTestApp, Venue } from './support';

interface Problem {
  code: string;
  detail: string;
  errors?: { pointer: string }[];
  facts?: Record<string, unknown>;
}
interface Tokens {
  id: number;
  uuid: string;
  access_token: string;
  refresh_token: string;
  expires_in: number;
}
interface Waiting {
  token: string;
  expires_at: string;
}
interface Profile extends Tokens {
  name: string;
  email: string;
  rut: string | null;
  accepts_marketing: boolean;
}

const NEW_GUEST = { password: PASSWORD, name: 'Ana Rojas', phone: '+56 9 8765 4321', accepts_terms: true };

const app = useTestApp();
let make: Fixtures;
let venue: Venue;
let made = 0;

const address = (): string => `ana${(made += 1)}@example.com`;
const client = (): HttpClient => app.current.client();
const bearing = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const profileWith = (token: string) => client().get<Profile & Problem>('/customers/profile', bearing(token));
const register = (email: string, more: object = {}) =>
  client().post<Waiting & Problem>('/customers/register', { ...NEW_GUEST, email, ...more });
const logIn = (email: string, password = PASSWORD) =>
  client().post<Tokens & Problem>('/customers/login', { email, password });
const refresh = (token: string) => client().post<Tokens & Problem>('/customers/refresh', { refresh_token: token });

function mailsTo(email: string): Mail[] {
  return app.current.nest.get<Mailer, MailPost>(Mailer).kept.filter(({ to }) => to === email);
}

async function member(more: object = {}): Promise<Tokens & { email: string }> {
  const email = address();
  const { body: waiting } = await register(email, more);
  const verify = { token: waiting.token, code: mailsTo(email).at(-1)?.code };
  const { body } = await client().post<Tokens>('/customers/email/verify', verify);
  return { ...body, email };
}

beforeAll(async () => {
  make = new Fixtures(app.current);
  venue = await make.venue({ name: 'Bombo' });
});

describe('another address', () => {
  const ask = (token: string, email: string, password = PASSWORD) =>
    client().post<Waiting & Problem>('/customers/email/change', { email, password }, bearing(token));
  const confirm = (token: string, waiting: Waiting, code: string) =>
    client().post<Tokens & Problem>('/customers/email/change/confirm', { token: waiting.token, code }, bearing(token));

  it('counts once its code came back, ends every other login, and is told to the old one', async () => {
    const guest = await member();
    const elsewhere = await logIn(guest.email);
    const next = address();
    const asked = await ask(guest.access_token, next);
    expect(asked.status).toBe(202);
    const code = mailsTo(next).at(-1)?.code ?? '';
    expect((await confirm(guest.access_token, asked.body, 'ZZZZ-ZZZZ')).body.code).toBe('customer.code_wrong');
    const changed = await confirm(guest.access_token, asked.body, code);
    expect(changed.status).toBe(200);
    expect((await profileWith(changed.body.access_token)).body.email).toBe(next);
    expect((await profileWith(elsewhere.body.access_token)).status).toBe(401);
    expect((await logIn(guest.email)).status).toBe(401);
    expect((await logIn(next)).status).toBe(200);
    expect(mailsTo(guest.email).at(-1)).toMatchObject({ kind: 'address_changed' });
  });

  it('of somebody else gets the same answer, and only its mailbox is told', async () => {
    const [guest, other] = [await member(), await member()];
    const known = await ask(guest.access_token, other.email);
    expect(known.status).toBe(202);
    expect(Object.keys(known.body).sort()).toEqual(['expires_at', 'token']);
    expect(mailsTo(other.email).at(-1)).toMatchObject({ kind: 'already_registered' });
    expect((await ask(guest.access_token, address(), 'otra contraseña')).body.code).toBe('password.wrong');
  });

  it('is not changed by a stranger who holds handle and code', async () => {
    const [guest, stranger] = [await member(), await member()];
    const next = address();
    const { body } = await ask(guest.access_token, next);
    const code = mailsTo(next).at(-1)?.code ?? '';
    expect((await confirm(stranger.access_token, body, code)).body.code).toBe('customer.code_wrong');
    expect((await profileWith(stranger.access_token)).body.email).toBe(stranger.email);
  });

  it('that two accounts ask for at the same moment is one’s', async () => {
    const guests = [await member(), await member()];
    const next = address();
    const asked = [];
    for (const guest of guests) {
      const { body } = await ask(guest.access_token, next);
      asked.push({ guest, body, code: mailsTo(next).at(-1)?.code ?? '' });
    }
    const answers = await Promise.all(asked.map(({ guest, body, code }) => confirm(guest.access_token, body, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 400, 409].includes(status))).toBe(true);
  });
});

describe('getting an account', () => {
  it('begins with a code in the mailbox, works for a builder without code, and tells a number as id', async () => {
    const email = address();
    const asked = await register(email.toUpperCase(), { rut: '12.345.678-5', birth_date: '1990-05-01' });
    expect(asked.status).toBe(202);
    expect(await logIn(email)).toMatchObject({ status: 401, body: { code: 'customer.wrong' } });
    const code = mailsTo(email).at(-1)?.code ?? '';
    const wrong = await client().post<Problem>('/customers/email/verify', {
      token: asked.body.token,
      code: 'ZZZZ-ZZZZ',
    });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'customer.code_wrong' } });
    const verified = await client().post<Tokens>('/customers/email/verify', {
      token: asked.body.token,
      code: code.toLowerCase(),
    });
    expect(verified.status).toBe(201);
    expect(verified.body).toMatchObject({ id: expect.any(Number), token_type: 'Bearer', expires_in: 600 });
    const { status, body } = await profileWith(verified.body.access_token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ email, rut: '12345678-5', accepts_marketing: false, uuid: verified.body.uuid });
    expect(await logIn(email)).toMatchObject({ status: 200, body: { uuid: body.uuid, id: body.id } });
  });

  it('gives a known address the same answer as a new one, and tells only its mailbox', async () => {
    const { email } = await member();
    const [known, fresh] = [await register(email), await register(address())];
    expect(shapeOf(known)).toEqual(shapeOf(fresh));
    expect(mailsTo(email).at(-1)).toMatchObject({ kind: 'already_registered' });
    expect(mailsTo(email).at(-1)?.code).toBeUndefined();
    const tried = await Promise.all(
      [known, fresh].map(({ body }) =>
        client().post<Problem>('/customers/email/verify', { token: body.token, code: 'ZZZZ-ZZZZ' }),
      ),
    );
    expect(shapeOf(tried[0] as Answer)).toEqual(shapeOf(tried[1] as Answer));
  });

  it('needs the terms, and no guest under 18', async () => {
    const child = await register(address(), { birth_date: `${new Date().getFullYear() - 17}-01-01` });
    expect(child).toMatchObject({ status: 422, body: { code: 'customer.under_age' } });
    const without = await register(address(), { accepts_terms: false });
    expect(without.body.errors?.map(({ pointer }) => pointer)).toEqual(['/accepts_terms']);
  });

  it.each([
    [{ email: 'nobody' }, '/email'],
    [{ email: 'a@b.cl\r\nBcc: x@y.cl' }, '/email'],
    [{ name: '' }, '/name'],
    [{ name: 'NUL\u0000' }, '/name'],
    [{ phone: 'call me' }, '/phone'],
    [{ rut: '12.345.678-9' }, '/rut'],
    [{ birth_date: '1990-02-30' }, '/birth_date'],
    [{ password: 7 }, '/password'],
    [{ is_active: true }, '/is_active'],
    [{ venue_id: 'x' }, '/venue_id'],
  ])('refuses %j', async (wrong, pointer) => {
    const { status, body } = await register(address(), wrong);
    expect({ status, pointers: body.errors?.map((error) => error.pointer) }).toEqual({
      status: 400,
      pointers: [pointer],
    });
  });

  it.each([
    ['corta', 'password.too_short'],
    ['aaaaaaaaaa', 'password.trivial'],
  ])('refuses the password %s', async (password, code) => {
    expect(await register(address(), { password })).toMatchObject({ status: 400, body: { code } });
  });
});

describe('logging in', () => {
  it('answers an unknown address like a wrong password, then locks both alike', async () => {
    const { email } = await member();
    const [known, unknown] = [client(), client()];
    const attempt = (who: HttpClient, to: string) =>
      who.post<Problem>('/customers/login', { email: to, password: 'equivocada' });
    const nobody = address();
    for (let time = 0; time < 6; time += 1) {
      const [one, other] = [await attempt(known, email), await attempt(unknown, nobody)];
      expect(one.status).toBe(time < 5 ? 401 : 429);
      expect({ ...shapeOf(one), body: one.body.code }).toEqual({ ...shapeOf(other), body: other.body.code });
    }
    expect((await logIn(email)).status).toBe(200);
  });

  it('does the same slow work for an unknown address as for a wrong password', async () => {
    const { email } = await member();
    const hashing = jest.spyOn(SlowHash.prototype, 'matches');
    await logIn(email, 'equivocada');
    expect(hashing).toHaveBeenCalledTimes(1);
    await logIn(address(), 'equivocada');
    expect(hashing).toHaveBeenCalledTimes(2);
    expect(hashing).toHaveBeenLastCalledWith(null, 'equivocada');
    hashing.mockRestore();
  });

  it('renews tokens, and ends the login when an old one comes back', async () => {
    const { refresh_token: first, access_token: access } = await member();
    const { body: second } = await refresh(first);
    expect((await profileWith(second.access_token)).status).toBe(200);
    const { body: third } = await refresh(second.refresh_token);
    expect(await refresh(first)).toMatchObject({ status: 401, body: { code: 'customer.refresh_invalid' } });
    expect((await refresh(third.refresh_token)).status).toBe(401);
    expect((await profileWith(access)).status).toBe(401);
  });

  it('ends with logging out, for access tokens too', async () => {
    const { email, ...tokens } = await member();
    const { body: elsewhere } = await logIn(email);
    const out = await client().post('/customers/logout', { refresh_token: tokens.refresh_token });
    expect(out).toMatchObject({ status: 200, body: { ok: true } });
    expect((await profileWith(tokens.access_token)).status).toBe(401);
    expect((await refresh(tokens.refresh_token)).status).toBe(401);
    expect((await profileWith(elsewhere.access_token)).status).toBe(200);
  });
});

describe('a password', () => {
  it('changed ends every login but the one that changed it', async () => {
    const { email, access_token: token, refresh_token: old } = await member();
    const { body: elsewhere } = await logIn(email);
    const change = (current: string, next: string) =>
      client().post<Tokens & Problem>('/customers/password/change', { current, new: next }, bearing(token));
    expect(await change('equivocada', 'otra clave larga')).toMatchObject({
      status: 400,
      body: { code: 'password.wrong' },
    });
    const { body: fresh } = await change(PASSWORD, 'otra clave larga');
    for (const dead of [token, elsewhere.access_token]) expect((await profileWith(dead)).status).toBe(401);
    for (const dead of [old, elsewhere.refresh_token]) expect((await refresh(dead)).status).toBe(401);
    expect((await profileWith(fresh.access_token)).status).toBe(200);
    expect((await logIn(email)).status).toBe(401);
    expect(mailsTo(email).at(-1)).toMatchObject({ kind: 'password_changed', language: 'es' });
  });

  it('forgotten is set anew by a code, once; an unknown address gets the same answer and no mail', async () => {
    const { email, access_token: token } = await member();
    const nobody = address();
    const forgot = (to: string) =>
      client().post<Waiting>('/customers/password/forgot', { email: to }, { headers: { 'accept-language': 'en' } });
    const [known, unknown] = [await forgot(email), await forgot(nobody)];
    expect(shapeOf(known)).toEqual(shapeOf(unknown));
    expect(mailsTo(nobody)).toEqual([]);
    const mail = mailsTo(email).at(-1);
    expect(mail).toMatchObject({ kind: 'reset_password', language: 'en', venueName: 'Bombo' });
    const reset = { token: known.body.token, code: mail?.code, password: 'nueva clave larga' };
    const post = (body: object) => client().post<Problem>('/customers/password/reset', body);
    expect((await post({ ...reset, token: unknown.body.token })).body.code).toBe('customer.code_wrong');
    expect(await post(reset)).toMatchObject({ status: 200, body: { ok: true } });
    expect((await post(reset)).body.code).toBe('customer.code_wrong');
    expect((await profileWith(token)).status).toBe(401);
    expect((await logIn(email, 'nueva clave larga')).status).toBe(200);
  });
});

describe('the own account', () => {
  it('is the caller’s alone: nobody reads, changes or exports another’s', async () => {
    const [one, other] = [await member(), await member()];
    const changed = await client().patch<Profile>('/customers/profile', { name: 'Berta' }, bearing(other.access_token));
    expect(changed.body).toMatchObject({ name: 'Berta', uuid: other.uuid });
    expect((await profileWith(one.access_token)).body).toMatchObject({ name: 'Ana Rojas', uuid: one.uuid });
    for (const smuggled of [{ uuid: one.uuid }, { id: one.id }, { email: one.email }]) {
      const answer = await client().patch('/customers/profile', smuggled, bearing(other.access_token));
      expect(answer.status).toBe(400);
    }
    const exported = await client().get('/customers/export', bearing(other.access_token));
    expect(JSON.stringify(exported.body)).not.toContain(one.email);
  });

  it('takes consent back, refuses a birth date under 18, and exports all of it', async () => {
    const { access_token: token, email } = await member({ accepts_marketing: true });
    const patch = (body: object) => client().patch<Profile & Problem>('/customers/profile', body, bearing(token));
    expect((await patch({ accepts_marketing: false })).body.accepts_marketing).toBe(false);
    expect((await patch({ birth_date: `${new Date().getFullYear() - 17}-01-01` })).body.code).toBe(
      'customer.under_age',
    );
    const { body } = await client().get<{ consents: unknown[] }>('/customers/export', bearing(token));
    expect(body).toMatchObject({
      profile: { email },
      consents: [
        { kind: 'marketing', granted: true },
        { kind: 'terms', granted: true },
        { kind: 'marketing', granted: false },
      ],
      sessions: [{ ended_at: null }],
    });
    expect(JSON.stringify(body)).not.toMatch(/argon2|password|token/);
  });

  it('is deleted by its password once nothing is left, and told of without who it was', async () => {
    const heard = hearEvents(app.current);
    const { access_token: token, refresh_token: refreshToken, email, uuid } = await member();
    let pesos = 3_000;
    app.current.nest.get(CustomerHoldings).add({
      name: 'wallet',
      isLeft: (_, id) => Promise.resolve(id === uuid && pesos > 0),
      records: () => Promise.resolve({ pesos }),
    });
    const end = (password: string) => client().delete<Problem>('/customers/profile', { password }, bearing(token));
    expect((await end('equivocada')).body.code).toBe('password.wrong');
    expect(await end(PASSWORD)).toMatchObject({ status: 409, body: { code: 'customer.balance_left' } });
    pesos = 0;
    expect(await end(PASSWORD)).toMatchObject({ status: 200, body: { ok: true } });
    expect((await profileWith(token)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await logIn(email)).status).toBe(401);
    await app.current.drainOutbox();
    const told = heard.filter(({ subjectId }) => subjectId === uuid);
    expect(told.map(({ type }) => type)).toEqual(['customers.registered', 'customers.deleted']);
    expect(JSON.stringify(told)).not.toMatch(/Ana|Rojas|example\.com/);
  });
});

describe('the back office', () => {
  let admin: HttpClient;
  let guest: Guest & { accessToken: string; refreshToken: string };

  beforeAll(async () => {
    admin = await make.loggedIn(venue, ['admin'], 'admin');
    guest = await make.loggedInCustomer(venue);
  });

  it('finds customers by part of what it knows, in pages', async () => {
    const found = await admin.get<{ items: { uuid: string }[] }>(`/customers?q=${guest.email}&active=true`);
    expect(found.body.items.map(({ uuid }) => uuid)).toEqual([guest.id]);
    const page = await admin.get<{ items: unknown[]; next_cursor: string }>('/customers?limit=1');
    expect(page.body.items).toHaveLength(1);
    const next = await admin.get<{ items: unknown[] }>(`/customers?limit=1&cursor=${page.body.next_cursor}`);
    expect(next.body.items).not.toEqual(page.body.items);
    expect((await admin.get<{ items: unknown[] }>('/customers?q=%25')).body.items).toEqual([]);
  });

  it('shuts an account: its guest is out with the next request, and comes back by logging in', async () => {
    expect((await profileWith(guest.accessToken)).status).toBe(200);
    const shut = await admin.post(`/customers/${guest.id}/disable`, { reason: 'pelea en la puerta' });
    expect(shut).toMatchObject({ status: 200, body: { is_active: false } });
    expect((await profileWith(guest.accessToken)).status).toBe(401);
    expect((await refresh(guest.refreshToken)).status).toBe(401);
    expect(await logIn(guest.email)).toMatchObject({ status: 403, body: { code: 'customer.disabled' } });
    expect((await logIn(guest.email, 'equivocada')).body.code).toBe('customer.wrong');
    expect((await admin.post(`/customers/${guest.id}/enable`)).status).toBe(200);
    expect((await profileWith(guest.accessToken)).status).toBe(401);
    expect((await logIn(guest.email)).status).toBe(200);
  });
});

describe('several houses in one installation', () => {
  it('each have their own customers, and do not know those of another', async () => {
    const elsewhere = await make.venue({ name: 'Otro' });
    const email = address();
    const missing = await register(email);
    expect(missing).toMatchObject({ status: 400, body: { code: 'customer.venue_missing' } });
    const stranger = await make.loggedInCustomer(elsewhere);
    const admin = await make.loggedIn(venue, ['admin'], 'admin');
    const shut = await admin.post(`/customers/${stranger.id}/disable`, { reason: 'no' });
    expect(shut).toMatchObject({ status: 404, body: { code: 'customer.unknown' } });
    const there = { email: stranger.email, password: PASSWORD, venue_id: venue.id };
    expect((await client().post('/customers/login', there)).status).toBe(401);
  });
});

/** What somebody outside can tell two answers apart by: all but random values. */
function shapeOf({ status, body, headers }: Answer): object {
  const fields = Object.entries(body as object).map(([name, value]) => {
    const isToken = name === 'token' || name === 'expires_at';
    return [name, isToken ? `${typeof value} of ${String(value).length}` : (value as unknown)];
  });
  const names = [...headers.keys()].filter((name) => !name.startsWith('x-ratelimit')).sort();
  return { status, body: Object.fromEntries(fields), names };
}
