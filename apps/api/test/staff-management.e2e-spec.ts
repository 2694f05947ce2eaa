import { Secret, TOTP } from 'otpauth';
import { newId } from '@libs/kernel';
import { Fixtures, HttpClient, PASSWORD, Person, PIN, useTestApp, Venue } from './support';

interface Problem {
  code: string;
}
interface Code {
  id: string;
  code: string;
  expires_at: string;
}
interface Employee {
  id: string;
  name: string;
  rut: string | null;
  roles: string[];
  is_active: boolean;
  has_pin: boolean;
  pin_needs_unlock: boolean;
  admin_username: string | null;
  session_count: number;
}
interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

describe('leading the staff', () => {
  const app = useTestApp();
  let make: Fixtures;
  let venue: Venue;
  let boss: Awaited<ReturnType<Fixtures['admin']>>;
  let office: HttpClient;
  let stranger: Person;

  beforeAll(async () => {
    make = new Fixtures(app.current);
    venue = await make.venue();
    boss = await make.admin(venue, 'jefa');
    office = await make.session(boss, 'admin');
    stranger = await make.employee(await make.venue(), ['cashier']);
  });

  /** What the audit trail knows of somebody or something. */
  async function events(subjectId: string): Promise<{ type: string; data: unknown }[]> {
    await app.current.drainOutbox();
    return make.run('SELECT type, data FROM audit.entries WHERE subject_id = $1 ORDER BY position', [subjectId]);
  }

  describe('tablets', () => {
    const enrol = (code: string, client = app.current.client('pos')) =>
      client.post<{ id: string; venue_name: string } & Problem>('/devices/enrol', { code });

    it('are enrolled once by a code that is shown once', async () => {
      const created = await office.post<Code>('/devices', { name: 'Caja 1' });
      expect(created.status).toBe(201);
      expect(created.body.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      const minutes = (Date.parse(created.body.expires_at) - Date.now()) / 60_000;
      expect(Math.round(minutes)).toBe(15);
      const browser = app.current.client('pos');
      const enrolled = await enrol(created.body.code.toLowerCase().replace('-', ' '), browser);
      expect(enrolled).toMatchObject({ status: 201, body: { id: created.body.id, venue_name: venue.name } });
      expect(enrolled.setCookies.join()).toMatch(/noche-device=[\w-]{43}; Max-Age=\d+; .*HttpOnly; SameSite=Strict/);
      expect(await browser.get('/devices/me')).toMatchObject({ status: 200, body: { name: 'Caja 1' } });
      expect(await enrol(created.body.code)).toMatchObject({ status: 404, body: { code: 'device.code_unknown' } });
    });

    it('take only the newest code, and none that is too old', async () => {
      const first = (await office.post<Code>('/devices', { name: 'Caja 2' })).body;
      const second = await office.post<Code>(`/devices/${first.id}/code`);
      expect(second.status).toBe(201);
      expect((await enrol(first.code)).status).toBe(404);
      await make.run('UPDATE staff.devices SET code_expires_at = now() WHERE id = $1', [first.id]);
      expect((await enrol(second.body.code)).status).toBe(404);
    });

    it('are out at once when revoked, with whoever is on them, and stay out', async () => {
      const tablet = await make.tablet(venue);
      const till = await make.loggedIn(venue, ['cashier'], 'register', { tablet });
      expect((await till.get('/auth/me')).status).toBe(200);
      expect((await office.delete(`/devices/${tablet.id}`)).status).toBe(204);
      expect((await till.get('/auth/me')).status).toBe(401);
      expect((await make.onTablet(tablet).get('/devices/me')).status).toBe(401);
      expect((await office.delete(`/devices/${tablet.id}`)).status).toBe(204);
      expect(await office.post<Problem>(`/devices/${tablet.id}/code`)).toMatchObject({
        status: 409,
        body: { code: 'device.revoked' },
      });
      expect((await events(tablet.id)).map(({ type }) => type)).toEqual(['staff.device_revoked']);
    });

    it('are unlocked before their time by an admin', async () => {
      const tablet = await make.tablet(venue);
      await make.run("UPDATE staff.devices SET locked_until = now() + interval '1 hour' WHERE id = $1", [tablet.id]);
      const ana = await make.employee(venue, ['cashier']);
      const login = () =>
        make.onTablet(tablet).post<Problem>('/staff/login', { employee_id: ana.id, station: 'register', pin: PIN });
      expect(await login()).toMatchObject({ status: 423, body: { code: 'device.locked' } });
      expect((await office.post(`/devices/${tablet.id}/unlock`)).status).toBe(204);
      expect((await login()).status).toBe(200);
    });

    it('are listed page by page, without those of another house', async () => {
      const own = await make.venue();
      const leader = await make.session(await make.admin(own), 'admin');
      for (const name of ['C', 'A', 'B']) await make.tablet(own, name);
      const first = (await leader.get<Page<{ name: string }>>('/devices?limit=2')).body;
      expect(first.items.map(({ name }) => name)).toEqual(['A', 'B']);
      const rest = (await leader.get<Page<{ name: string }>>(`/devices?limit=2&cursor=${first.next_cursor}`)).body;
      expect(rest).toMatchObject({ items: [{ name: 'C' }], next_cursor: null });
    });

    it('of another house do not exist', async () => {
      const foreign = await make.tablet({ id: stranger.venueId, name: '' });
      expect((await office.post(`/devices/${foreign.id}/code`)).status).toBe(404);
      expect((await office.post(`/devices/${foreign.id}/unlock`)).status).toBe(404);
      expect((await office.delete(`/devices/${foreign.id}`)).status).toBe(404);
      expect((await make.onTablet(foreign).get('/devices/me')).status).toBe(200);
    });
  });

  describe('people', () => {
    it('are hired, found, changed and let go', async () => {
      const hired = await office.post<Employee>('/employees', {
        name: 'Camila Rojas',
        roles: ['cashier'],
        rut: '12.345.678-5',
        birth_date: '1998-11-24',
        bank: { name: 'BancoEstado', account_type: 'RUT', account_number: '12345678' },
        pin: PIN,
      });
      expect(hired).toMatchObject({
        status: 201,
        body: { rut: '12345678-5', has_pin: true, is_active: true, admin_username: null, session_count: 0 },
      });
      const { id } = hired.body;
      const found = await office.get<Page<Employee>>('/employees?q=camila&role=cashier&active=true');
      expect(found.body.items.map((one) => one.id)).toEqual([id]);
      const till = await make.session({ id, name: '', venueId: venue.id }, 'register');
      expect((await office.get<Employee>(`/employees/${id}`)).body.session_count).toBe(1);
      const changed = await office.patch<Employee>(`/employees/${id}`, { roles: ['bartender'], bank: null });
      expect(changed.body).toMatchObject({ name: 'Camila Rojas', roles: ['bartender'], bank: null });
      expect((await till.get('/auth/me')).status).toBe(401);
      const gone = await office.patch<Employee>(`/employees/${id}`, { is_active: false });
      expect(gone.body).toMatchObject({ is_active: false, session_count: 0 });
      const told = await events(id);
      expect(told.map(({ type }) => type).sort()).toEqual([
        'staff.employee_changed',
        'staff.employee_changed',
        'staff.employee_hired',
        'staff.pin_set',
      ]);
      const changes = told.filter(({ type }) => type === 'staff.employee_changed').map(({ data }) => data);
      expect(changes[0]).toMatchObject({ before: { roles: ['cashier'] }, after: { roles: ['bartender'] } });
      expect(changes[1]).toMatchObject({ before: { is_active: true }, after: { is_active: false } });
      expect(JSON.stringify(told)).not.toMatch(/argon2|482915/);
    });

    it('do not come back into old sessions when they are let in again', async () => {
      const till = await make.loggedIn(venue, ['cashier'], 'register');
      await office.patch(`/employees/${till.person.id}`, { is_active: false });
      await office.patch(`/employees/${till.person.id}`, { is_active: true });
      expect((await till.get('/auth/me')).status).toBe(401);
    });

    it('have a RUT of their own', async () => {
      const body = { name: 'Doble', roles: ['door'], rut: '11.111.111-1' };
      expect((await office.post('/employees', body)).status).toBe(201);
      expect(await office.post<Problem>('/employees', body)).toMatchObject({
        status: 409,
        body: { code: 'staff.rut_taken' },
      });
    });

    it('get a PIN that is neither trivial nor their birthday, and a clean count with it', async () => {
      const ana = await make.employee(venue, ['cashier'], { birthDate: '1998-11-24' });
      const pin = (value: string) => office.post<Problem>(`/employees/${ana.id}/pin`, { pin: value });
      expect(await pin('123456')).toMatchObject({ status: 400, body: { code: 'pin.trivial' } });
      expect(await pin('241198')).toMatchObject({ status: 400, body: { code: 'pin.is_birthday' } });
      await make.run('UPDATE staff.employees SET pin_failures = 10, pin_needs_unlock = true WHERE id = $1', [ana.id]);
      expect((await pin('739184')).status).toBe(204);
      const login = { employee_id: ana.id, station: 'register', pin: '739184' };
      expect((await make.onTablet(await make.tablet(venue)).post('/staff/login', login)).status).toBe(200);
    });

    it('are unlocked by a supervisor at the till, not by a cashier', async () => {
      const ana = await make.employee(venue, ['cashier']);
      await make.run('UPDATE staff.employees SET pin_failures = 10, pin_needs_unlock = true WHERE id = $1', [ana.id]);
      const cashier = await make.loggedIn(venue, ['cashier'], 'register');
      expect((await cashier.post(`/employees/${ana.id}/unlock`)).status).toBe(403);
      const supervisor = await make.loggedIn(venue, ['supervisor'], 'register');
      expect((await supervisor.post(`/employees/${ana.id}/unlock`)).status).toBe(204);
      expect((await office.get<Employee>(`/employees/${ana.id}`)).body.pin_needs_unlock).toBe(false);
    });

    it('of another house do not exist', async () => {
      const { id } = stranger;
      const body = { username: 'intrusa', password: PASSWORD };
      expect((await office.get(`/employees/${id}`)).status).toBe(404);
      expect((await office.patch(`/employees/${id}`, { name: 'Mía' })).status).toBe(404);
      expect((await office.post(`/employees/${id}/pin`, { pin: PIN })).status).toBe(404);
      expect((await office.post(`/employees/${id}/unlock`)).status).toBe(404);
      expect((await office.put(`/employees/${id}/admin-account`, body)).status).toBe(404);
    });

    it('are nobody’s business but an admin’s', async () => {
      const supervisor = await make.loggedIn(venue, ['supervisor'], 'register');
      expect((await supervisor.get('/employees')).status).toBe(403);
      expect((await supervisor.post('/employees', { name: 'X', roles: ['admin'] })).status).toBe(403);
      expect((await supervisor.get('/devices')).status).toBe(403);
      expect((await app.current.client('admin').get('/employees')).status).toBe(401);
    });

    it('never leave the house without anybody to lead it, not even two admins at once', async () => {
      const house = await make.venue();
      const [one, two] = [await make.admin(house), await make.admin(house)];
      const offices = [await make.session(one, 'admin'), await make.session(two, 'admin')] as const;
      const answers = await Promise.all([
        offices[0].patch<Problem>(`/employees/${two.id}`, { roles: ['door'] }),
        offices[1].patch<Problem>(`/employees/${one.id}`, { is_active: false }),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.find(({ status }) => status !== 200)?.body.code).toMatch(/^(staff.last_admin|auth.required)$/);
    });

    it.each([
      ['no name', { roles: ['cashier'] }],
      ['a blank name', { name: '   ', roles: ['cashier'] }],
      ['a name with a NUL', { name: 'A\u0000', roles: ['cashier'] }],
      ['no roles', { name: 'A', roles: [] }],
      ['an unknown role', { name: 'A', roles: ['owner'] }],
      ['a role twice', { name: 'A', roles: ['door', 'door'] }],
      ['a wrong RUT', { name: 'A', roles: ['door'], rut: '12.345.678-9' }],
      ['a wrong address', { name: 'A', roles: ['door'], email: 'nada' }],
      ['a birth date to come', { name: 'A', roles: ['door'], birth_date: '2999-01-01' }],
      ['a 30th of February', { name: 'A', roles: ['door'], birth_date: '1998-02-30' }],
      ['half a bank account', { name: 'A', roles: ['door'], bank: { name: 'B' } }],
      ['a hash', { name: 'A', roles: ['door'], pin_hash: 'x' }],
      ['another house', { name: 'A', roles: ['door'], venue_id: newId() }],
      ['an id of one’s own', { id: newId(), name: 'A', roles: ['door'] }],
      ['a PIN of letters', { name: 'A', roles: ['door'], pin: 'abcdef' }],
      ['null', null],
    ])('answers 400 to %s', async (_, body) => {
      expect((await office.post('/employees', body === null ? 'null' : body)).status).toBe(400);
    });

    it('answers 400 to a filter, page or id that is none', async () => {
      for (const query of ['role=owner', 'active=1', 'limit=0', 'limit=101', 'cursor=abc', 'sort=name', 'q=%00']) {
        expect([query, (await office.get(`/employees?${query}`)).status]).toEqual([query, 400]);
      }
      const forged = Buffer.from(JSON.stringify(['x\u0000', newId()])).toString('base64url');
      expect((await office.get(`/employees?cursor=${forged}`)).status).toBe(400);
      expect((await office.get('/employees/1')).status).toBe(400);
    });
  });

  describe('the yes of another person', () => {
    it('is asked of whoever may, never of oneself', async () => {
      const house = await make.venue();
      const sofia = await make.employee(house, ['supervisor'], { name: 'Sofía' });
      await make.employee(house, ['supervisor'], { pin: null });
      await make.employee(house, ['supervisor'], { isActive: false });
      const till = await make.loggedIn(house, ['cashier'], 'register');
      const path = '/auth/step-up/people?permission=sale.cancel';
      expect((await till.get<Page<Person>>(path)).body.items).toEqual([{ id: sofia.id, name: 'Sofía' }]);
      const own = await make.session(sofia, 'register');
      expect((await own.get<Page<Person>>(path)).body.items).toEqual([]);
    });

    it('comes by PIN, for one permission, and says who gave it', async () => {
      const sofia = await make.employee(venue, ['supervisor'], { name: 'Sofía' });
      const ben = await make.employee(venue, ['cashier']);
      const till = await make.loggedIn(venue, ['cashier'], 'register');
      const ask = (employeeId: string, pin = PIN) =>
        till.post<Problem & { token: string }>('/auth/step-up', {
          employee_id: employeeId,
          pin,
          permission: 'sale.cancel',
        });
      expect(await ask(sofia.id)).toMatchObject({ status: 200, body: { granted_by: { id: sofia.id, name: 'Sofía' } } });
      expect(await ask(sofia.id, '739184')).toMatchObject({ status: 401, body: { code: 'pin.wrong' } });
      expect(await ask(ben.id)).toMatchObject({ status: 403, body: { code: 'step_up.not_allowed' } });
      expect(await ask(stranger.id)).toMatchObject({ status: 403, body: { code: 'step_up.not_allowed' } });
      expect(await ask(till.person.id)).toMatchObject({ status: 403, body: { code: 'step_up.same_person' } });
      const told = await events(sofia.id);
      expect(told).toMatchObject([{ type: 'staff.step_up_granted', data: { permission: 'sale.cancel' } }]);
    });
  });

  describe('an account of the back office', () => {
    it('is given to admins only, with a username that nobody has', async () => {
      const ana = await make.employee(venue, ['cashier']);
      const put = (id: string, username: string, password = PASSWORD) =>
        office.put<Problem>(`/employees/${id}/admin-account`, { username, password });
      expect(await put(ana.id, 'ana')).toMatchObject({ status: 409, body: { code: 'staff.not_admin' } });
      const leader = await make.employee(venue, ['admin']);
      expect(await put(leader.id, 'JEFA')).toMatchObject({ status: 409, body: { code: 'staff.username_taken' } });
      expect(await put(leader.id, 'lider', 'corta')).toMatchObject({
        status: 400,
        body: { code: 'password.too_short' },
      });
      expect((await put(leader.id, 'Lider')).status).toBe(204);
      const login = { username: 'lider', password: PASSWORD };
      expect((await app.current.client('admin').post('/admin/login', login)).status).toBe(200);
    });

    it('changes its password with the old one, and ends its other sessions', async () => {
      const admin = await make.admin(venue, 'cambia');
      const [here, there] = [await make.session(admin, 'admin'), await make.session(admin, 'admin')];
      const next = 'otra clave bien larga';
      const change = (current: string, value: string) => here.post<Problem>('/admin/password', { current, new: value });
      expect(await change('no era esta', next)).toMatchObject({ status: 400, body: { code: 'password.wrong' } });
      expect(await change(PASSWORD, 'corta')).toMatchObject({ status: 400, body: { code: 'password.too_short' } });
      expect((await change(PASSWORD, next)).status).toBe(204);
      expect((await here.get('/auth/me')).status).toBe(200);
      expect((await there.get('/auth/me')).status).toBe(401);
      const login = (password: string) =>
        app.current.client('admin').post('/admin/login', { username: 'cambia', password });
      expect((await login(PASSWORD)).status).toBe(401);
      expect((await login(next)).status).toBe(200);
    });

    it('asks for a second factor once one was confirmed, and takes each code once', async () => {
      const admin = await make.admin(venue, 'factor');
      const session = await make.session(admin, 'admin');
      const { secret, otpauth_url: url } = (
        await session.post<{ secret: string; otpauth_url: string }>('/admin/totp/setup')
      ).body;
      expect(url).toContain('otpauth://totp/');
      const codeAt = (steps: number): string =>
        new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
      const [stored] = await make.run<{ totp_secret: Buffer }>(
        'SELECT totp_secret FROM staff.admin_accounts WHERE employee_id = $1',
        [admin.id],
      );
      expect(stored?.totp_secret.toString('latin1')).not.toContain(secret);
      const login = (totp?: string) =>
        app.current
          .client('admin')
          .post<Problem>('/admin/login', { username: 'factor', password: PASSWORD, ...(totp ? { totp } : {}) });
      expect((await login()).status).toBe(200);
      const used = codeAt(-1);
      expect((await session.post('/admin/totp/confirm', { code: used })).status).toBe(204);
      expect(await session.post<Problem>('/admin/totp/setup')).toMatchObject({
        status: 409,
        body: { code: 'totp.already_on' },
      });
      expect(await login()).toMatchObject({ status: 401, body: { code: 'admin.totp_required' } });
      expect(await login(used)).toMatchObject({ status: 401, body: { code: 'admin.wrong' } });
      expect((await login(codeAt(1))).status).toBe(200);
      expect((await session.post('/admin/totp/disable', { password: 'no era' })).status).toBe(400);
      expect((await session.post('/admin/totp/disable', { password: PASSWORD })).status).toBe(204);
      expect((await login()).status).toBe(200);
    });

    it('is out of reach from a tablet', async () => {
      const till = await make.session(boss, 'register');
      const body = { current: PASSWORD, new: 'otra clave bien larga' };
      expect((await till.post('/admin/password', body)).status).toBe(403);
      expect((await till.post('/admin/totp/setup')).status).toBe(403);
    });
  });
});
