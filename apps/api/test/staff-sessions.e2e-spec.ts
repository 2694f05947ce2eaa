import { newId } from '@libs/kernel';
import { Fixtures, PASSWORD, Person, PIN, Tablet, useTestApp, Venue } from './support';

interface Problem {
  code: string;
  facts?: Record<string, unknown>;
}
interface Me {
  session_id: string;
  employee: { id: string };
  permissions: string[];
  kind: string;
  station: string;
  is_locked: boolean;
  bar: { id: string } | null;
  venue: { id: string; settings: { idle_lock_seconds: number } };
}

describe('logging in on a tablet', () => {
  const app = useTestApp();
  let make: Fixtures;
  let venue: Venue;
  let tablet: Tablet;
  let cashier: Person;

  beforeAll(async () => {
    make = new Fixtures(app.current);
    venue = await make.venue();
    tablet = await make.tablet(venue);
    cashier = await make.employee(venue, ['cashier']);
  });

  it('lets a cashier in by PIN, tells who she is, and hides the secret from scripts', async () => {
    const browser = make.onTablet(tablet);
    const login = await browser.post<Me>('/staff/login', { employee_id: cashier.id, station: 'register', pin: PIN });
    expect(login.status).toBe(200);
    expect(login.body).toMatchObject({ kind: 'staff', station: 'register', is_locked: false });
    expect(login.setCookies.join()).toMatch(/noche-pos=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict/);
    const me = await browser.get<Me>('/auth/me');
    expect(me.body).toEqual(login.body);
    expect(me.body.venue).toMatchObject({ id: venue.id, settings: { idle_lock_seconds: 60 } });
    expect([...me.body.permissions].sort()).toEqual(['cash.move', 'register.operate', 'sale.place', 'ticket.print']);
  });

  it('puts __Host- and Secure on the cookie over HTTPS', async () => {
    const body = { employee_id: cashier.id, station: 'register', pin: PIN };
    const login = await make.onTablet(tablet).post('/staff/login', body, { headers: { 'x-forwarded-proto': 'https' } });
    expect(login.setCookies.join()).toMatch(/__Host-noche-pos=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict/);
  });

  it('counts down a wrong PIN and locks at the fifth', async () => {
    const person = await make.employee(venue, ['cashier']);
    const browser = make.onTablet(await make.tablet(venue));
    const attempt = (pin: string) =>
      browser.post<Problem>('/staff/login', { employee_id: person.id, station: 'register', pin });
    for (const left of [4, 3, 2, 1, 0]) {
      const answer = await attempt('739184');
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({ code: 'pin.wrong', facts: { attempts_left: left } });
    }
    const locked = await attempt(PIN);
    expect(locked.status).toBe(429);
    expect(locked.body.code).toBe('pin.locked');
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('asks a bartender for the bar and no PIN, and gives an admin there only what a bartender may', async () => {
    const bar = await make.bar(venue);
    const admin = await make.employee(venue, ['admin']);
    const browser = make.onTablet(tablet, 'bar');
    const login = await browser.post<Me>('/staff/login', { employee_id: admin.id, station: 'bar', bar_id: bar.id });
    expect(login.body).toMatchObject({ kind: 'bartender', bar: { id: bar.id } });
    expect([...login.body.permissions].sort()).toEqual(['ticket.deliver', 'ticket.scan']);
    const elsewhere = await make.bar(await make.venue());
    const foreign = { employee_id: admin.id, station: 'bar', bar_id: elsewhere.id };
    expect((await browser.post('/staff/login', foreign)).status).toBe(404);
  });

  it('keeps the back office closed to an admin at the till', async () => {
    const admin = await make.employee(venue, ['admin']);
    const till = await make.session(admin, 'register');
    const me = await till.get<Me>('/auth/me');
    expect(me.body.permissions).toContain('sale.cancel');
    expect(me.body.permissions).not.toContain('device.manage');
    expect((await till.post('/devices', { name: 'Otra' })).status).toBe(403);
  });

  it('refuses people of another house, of another role, and tablets that are not enrolled', async () => {
    const stranger = await make.employee(await make.venue(), ['cashier']);
    const doorman = await make.employee(venue, ['door']);
    const login = (id: string) =>
      make.onTablet(tablet).post<Problem>('/staff/login', { employee_id: id, station: 'register', pin: PIN });
    expect((await login(stranger.id)).body.code).toBe('pin.wrong');
    expect((await login(newId())).body.code).toBe('pin.wrong');
    expect(await login(doorman.id)).toMatchObject({ status: 403, body: { code: 'staff.not_at_station' } });
    const body = { employee_id: cashier.id, station: 'register', pin: PIN };
    const outside = await app.current.client('pos').post<Problem>('/staff/login', body);
    expect(outside).toMatchObject({ status: 401, body: { code: 'device.not_enrolled' } });
  });

  it('lets a screen log in to its own station only, and reads only its own cookie', async () => {
    const body = { employee_id: cashier.id, station: 'register', pin: PIN };
    const wrong = await make.onTablet(tablet, 'bar').post<Problem>('/staff/login', body);
    expect(wrong).toMatchObject({ status: 400, body: { code: 'auth.wrong_app' } });
    const till = await make.session(cashier, 'register');
    expect((await till.as('pos').get('/auth/me')).status).toBe(200);
    expect((await till.as('bar').get('/auth/me')).status).toBe(401);
    expect((await till.as('admin').get('/auth/me')).status).toBe(401);
  });

  it('locks without signing out, and unlocks by the PIN of the same person', async () => {
    const till = await make.session(cashier, 'register');
    expect((await till.post('/staff/lock')).status).toBe(204);
    expect(await till.get<Me>('/auth/me')).toMatchObject({ status: 200, body: { is_locked: true } });
    expect((await till.get('/auth/step-up/people?permission=sale.cancel')).status).toBe(423);
    expect((await till.post('/staff/unlock', {})).status).toBe(401);
    expect((await till.post('/staff/unlock', { pin: '739184' })).status).toBe(401);
    expect(await till.post<Me>('/staff/unlock', { pin: PIN })).toMatchObject({
      status: 200,
      body: { is_locked: false },
    });
  });

  it('turns a session out from the next request on: logout, other roles, disabled, revoked tablet', async () => {
    const gone = async (change: (session: Awaited<ReturnType<typeof make.session>>) => Promise<unknown>) => {
      const session = await make.loggedIn(venue, ['cashier'], 'register');
      expect((await session.get('/auth/me')).status).toBe(200);
      await change(session);
      return (await session.get('/auth/me')).status;
    };
    const sets = (column: string) => (session: { person: Person }) =>
      make.run(`UPDATE staff.employees SET ${column} WHERE id = $1`, [session.person.id]);
    expect(await gone((session) => session.as('pos').post('/auth/logout'))).toBe(401);
    expect(await gone(sets("roles = '{door}'"))).toBe(401);
    expect(await gone(sets('is_active = false'))).toBe(401);
    const revoke = `UPDATE staff.devices SET revoked_at = now()
       WHERE id = (SELECT device_id FROM staff.sessions WHERE id = $1)`;
    expect(await gone((session) => make.run(revoke, [session.sessionId]))).toBe(401);
    const age = "UPDATE staff.sessions SET created_at = now() - interval '14 hours 1 second' WHERE id = $1";
    expect(await gone((session) => make.run(age, [session.sessionId]))).toBe(401);
  });

  it('shows who may log in here, the last on this tablet first', async () => {
    const house = await make.venue();
    const own = await make.tablet(house);
    const [ana, ben] = [
      await make.employee(house, ['cashier'], { name: 'Ana' }),
      await make.employee(house, ['cashier'], { name: 'Ben' }),
    ];
    await make.employee(house, ['bartender'], { name: 'Carla' });
    await make.employee(house, ['cashier'], { name: 'Sin PIN', pin: null });
    await make.session(ben, 'register', { tablet: own });
    const { body } = await make.onTablet(own).get<{ items: { id: string }[] }>('/staff/pickable?station=register');
    expect(body.items.map(({ id }) => id)).toEqual([ben.id, ana.id]);
  });

  it.each([
    ['nothing', undefined],
    ['an empty object', {}],
    ['no PIN at a till', { employee_id: newId(), station: 'register' }],
    ['a number for a PIN', { employee_id: newId(), station: 'register', pin: 482915 }],
    ['a null PIN', { employee_id: newId(), station: 'register', pin: null }],
    ['an endless PIN', { employee_id: newId(), station: 'register', pin: '1'.repeat(500) }],
    ['an unknown station', { employee_id: newId(), station: 'roof', pin: PIN }],
    ['the back office as a station', { employee_id: newId(), station: 'admin', pin: PIN }],
    ['no bar at the bar', { employee_id: newId(), station: 'bar' }],
    ['a bar that is no id', { employee_id: newId(), station: 'bar', bar_id: '1' }],
    ['a person that is no id', { employee_id: "'; DROP TABLE", station: 'register', pin: PIN }],
    ['a list of people', { employee_id: [newId()], station: 'register', pin: PIN }],
    ['a role of one’s own', { employee_id: newId(), station: 'register', pin: PIN, roles: ['admin'] }],
    ['a list instead of an object', []],
    ['broken JSON', '{"employee_id":'],
    ['a bare text', '"hola"'],
    ['a prototype', '{"__proto__":{"station":"register"},"constructor":1}'],
  ])('answers 400 to %s', async (_, body) => {
    expect((await make.onTablet(tablet).post('/staff/login', body)).status).toBe(400);
  });
});

describe('the back office', () => {
  const app = useTestApp();
  let make: Fixtures;
  let admin: Awaited<ReturnType<Fixtures['admin']>>;

  beforeAll(async () => {
    make = new Fixtures(app.current);
    admin = await make.admin(await make.venue(), 'Jefa');
    await make.run('UPDATE staff.admin_accounts SET username = lower(username)');
  });

  it('lets an admin in by username, however it is written, and password', async () => {
    const browser = app.current.client('admin');
    const login = await browser.post<Me>('/admin/login', { username: ' JEFA ', password: PASSWORD });
    expect(login).toMatchObject({ status: 200, body: { kind: 'admin', station: 'admin', device: null } });
    expect(login.body.permissions).toContain('staff.manage');
    expect((await browser.get<Me>('/auth/me')).body.employee.id).toBe(admin.id);
  });

  it('locks a username for 15 minutes after five wrong passwords, whether it exists or not', async () => {
    await make.admin(await make.venue(), 'otra');
    for (const username of ['otra', 'nadie']) {
      const browser = app.current.client('admin');
      const attempt = (password: string) => browser.post<Problem>('/admin/login', { username, password });
      for (let round = 0; round < 5; round += 1) {
        expect(await attempt('no es esta clave')).toMatchObject({ status: 401, body: { code: 'admin.wrong' } });
      }
      const locked = await attempt(PASSWORD);
      expect(locked).toMatchObject({ status: 429, body: { code: 'admin.locked' } });
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(890);
    }
  });

  it('ends after eight idle hours, and not before', async () => {
    const session = await make.session(admin, 'admin');
    const idle = async (time: string): Promise<number> => {
      const set = `UPDATE staff.sessions SET last_seen_at = now() - interval '${time}' WHERE id = $1`;
      await make.run(set, [session.sessionId]);
      return (await session.get('/auth/me')).status;
    };
    expect(await idle('7 hours 59 minutes')).toBe(200);
    expect(await idle('8 hours 1 second')).toBe(401);
  });

  it('slows down one address that tries too often', async () => {
    const browser = app.current.client('admin');
    const statuses = [];
    for (let round = 0; round < 11; round += 1) {
      const answer = await browser.post<Problem>('/admin/login', { username: `x${round}`, password: 'no' });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses[10]).toBe(429);
  });
});
