import { newId } from '@libs/kernel';
import { useTestApp } from './support/test-app';
import { Club, FLOAT, Product, SaleBody } from './support/till';

const TOLERANCE = 2_000;

describe('a session at a register', () => {
  const app = useTestApp();
  let club: Club;
  let lead: Awaited<ReturnType<Club['make']['loggedIn']>>;
  let beer: Product;

  beforeAll(async () => {
    club = await Club.open(app.current, { cashTolerance: TOLERANCE, floatTolerance: 5_000 });
    lead = await club.make.session(club.supervisor, 'register');
    beer = await club.product({ price: 4_997 });
  });

  describe('opening', () => {
    it('takes the counted float and shows a cashier no totals', async () => {
      const registerId = await club.register();
      const { status, body } = await club.openRegister(registerId);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        register: { id: registerId },
        night_id: club.nightId,
        employee: { id: club.cashier.person.id },
        status: 'OPEN',
        float_amount: 50_000,
        count_attempts: 0,
        closed_at: null,
        z_number: null,
        totals: null,
      });
      const mine = await club.cashier.get<{ session: { id: string } }>('/register-sessions/mine');
      expect(mine.body.session.id).toBe(body.id);
    });

    it('is refused while somebody has the register, by name', async () => {
      const { registerId } = await club.session();
      const refused = await club.openRegister(registerId, lead);
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'register.already_open', facts: { employee_name: club.cashier.person.name } },
      });
    });

    it('is refused without an open night', async () => {
      const other = await Club.open(app.current);
      const registerId = await other.register();
      for (const status of ['CLOSING', 'PREPARING']) {
        await other.make.run('UPDATE nights.nights SET status = $2 WHERE id = $1', [other.nightId, status]);
        expect(await other.openRegister(registerId)).toMatchObject({ status: 409, body: { code: 'night.not_open' } });
      }
    });

    it('asks why the float differs, and for a supervisor when it differs by much', async () => {
      const near = await club.register({ suggestedFloat: 52_000 });
      expect(await club.openRegister(near)).toMatchObject({
        status: 409,
        body: { code: 'register.float_differs', facts: { suggested_amount: 52_000 } },
      });
      expect((await club.openRegister(near, club.cashier, { reason: 'faltó sencillo' })).status).toBe(201);

      const far = await club.register({ suggestedFloat: 80_000 });
      const reason = 'recién llegada';
      expect(await club.openRegister(far, club.cashier, { reason })).toMatchObject({
        status: 409,
        body: { code: 'session.needs_supervisor' },
      });
      const step_up_token = await club.stepUp('session.sign');
      expect((await club.openRegister(far, club.cashier, { reason, step_up_token })).status).toBe(201);
    });

    it('knows no register of another venue, and none out of use', async () => {
      const foreign = await (await Club.open(app.current)).register();
      expect(await club.openRegister(foreign)).toMatchObject({ status: 404, body: { code: 'register.not_found' } });
      const retired = await club.register();
      await club.make.run('UPDATE sales.registers SET is_active = false WHERE id = $1', [retired]);
      expect((await club.openRegister(retired)).status).toBe(404);
    });
  });

  describe('cash in and out', () => {
    it('is written down with its reason and listed in order', async () => {
      const { id } = await club.session();
      const path = `/register-sessions/${id}/cash-movements`;
      expect((await club.post(path, { kind: 'in', amount: 10_000, reason: 'sencillo' })).status).toBe(201);
      expect((await club.post(path, { kind: 'drop', amount: 40_000, reason: 'a la caja fuerte' })).status).toBe(201);
      const { body } = await club.cashier.get<{ items: unknown[] }>(path);
      expect(body.items).toMatchObject([
        { kind: 'in', amount: 10_000, reason: 'sencillo', employee: { id: club.cashier.person.id } },
        { kind: 'drop', amount: 40_000 },
      ]);
    });

    it('out above the tolerance is signed by another person', async () => {
      const { id } = await club.session();
      const path = `/register-sessions/${id}/cash-movements`;
      const out = { kind: 'out', amount: TOLERANCE + 1, reason: 'hielo' };
      expect(await club.post(path, out)).toMatchObject({ status: 403, body: { code: 'session.needs_supervisor' } });
      const step_up_token = await club.stepUp('session.sign');
      expect((await club.post(path, { ...out, step_up_token })).status).toBe(201);
      const [row] = await club.make.run<object>(
        'SELECT authorized_by FROM sales.cash_movements WHERE session_id = $1',
        [id],
      );
      expect(row).toEqual({ authorized_by: club.supervisor.id });
    });

    it('is for whole amounts above nothing, and for who has the till', async () => {
      const { id } = await club.session();
      const path = `/register-sessions/${id}/cash-movements`;
      for (const amount of [0, -1, 0.5, '5', null]) {
        expect((await club.post(path, { kind: 'in', amount, reason: 'x' })).status).toBe(400);
      }
      const colleague = await club.make.loggedIn(club.venue, ['cashier'], 'register');
      const refused = await club.post(path, { kind: 'in', amount: 5, reason: 'x' }, colleague);
      expect(refused).toMatchObject({ status: 403, body: { code: 'session.not_yours' } });
      expect((await colleague.get(path)).status).toBe(403);
    });
  });

  describe('handing over', () => {
    it('goes to a colleague who gives their PIN; sales before stay with their seller', async () => {
      const { id } = await club.session();
      const before = (await club.sell(id, beer)).body;
      const colleague = await club.make.employee(club.venue, ['cashier']);
      const path = `/register-sessions/${id}/hand-over`;
      expect(await club.post(path, { to_employee_id: colleague.id, pin: '135791' })).toMatchObject({
        status: 401,
        body: { code: 'pin.wrong' },
      });
      const handed = await club.post(path, { to_employee_id: colleague.id, pin: '482915' });
      expect(handed).toMatchObject({ status: 200, body: { employee: { id: colleague.id } } });
      expect((await club.sell(id, beer)).body.code).toBe('session.not_yours');
      const on = await club.make.session(colleague, 'register');
      expect((await club.sell(id, beer, { as: on })).status).toBe(201);
      expect((await on.get<SaleBody>(`/sales/${before.id}`)).body).toMatchObject({
        employee: { id: club.cashier.person.id },
      });
    });

    it('is refused to who has it already, to a bartender, and to another venue', async () => {
      const { id } = await club.session();
      const path = `/register-sessions/${id}/hand-over`;
      const give = (to: string) => club.post(path, { to_employee_id: to, pin: '482915' });
      expect((await give(club.cashier.person.id)).body.code).toBe('session.same_person');
      const bartender = await club.make.employee(club.venue, ['bartender']);
      const foreign = await club.make.employee(await club.make.venue(), ['cashier']);
      for (const person of [bartender, foreign]) {
        expect(await give(person.id)).toMatchObject({ status: 404, body: { code: 'session.receiver_unknown' } });
      }
    });
  });

  describe('closing', () => {
    it('counts blind: not one figure of what was expected, in any answer to a cashier', async () => {
      const { id } = await club.session();
      await club.sell(id, beer, { qty: 3 });
      // 50,000 + 14,991 in cash, 14,990 by law.
      const answers = [
        await club.count(id, 60_000),
        await club.cashier.get(`/register-sessions/${id}`),
        await club.count(id, 63_990),
        await club.cashier.get('/registers'),
      ];
      for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/64990|14990|-1000|-4990|expected_cash/);
      expect(answers[0]?.body).toEqual({
        status: 'PENDING_CLOSE',
        count_attempts: 1,
        recount_allowed: true,
        needs_supervisor: true,
      });
      expect(answers[2]?.body).toMatchObject({ count_attempts: 2, recount_allowed: false, needs_supervisor: false });
      expect((await club.cashier.get(`/register-sessions/${id}/report`)).status).toBe(403);
    });

    it('shows the difference to whoever stands by the count, and to nobody else of the tills', async () => {
      const { id } = await club.session();
      await club.sell(id, beer, { qty: 3 });
      await club.count(id, 63_990);
      const accept = `/register-sessions/${id}/accept-count`;
      const shown = await club.post<{ totals: object }>(accept);
      const figures = { expected_cash: 64_990, counted_amount: 63_990, cash_difference: -1_000 };
      expect(shown).toMatchObject({
        status: 200,
        body: { status: 'PENDING_CLOSE', count_attempts: 2, totals: figures },
      });
      expect((await club.count(id, 64_990)).body.code).toBe('session.recount_used');
      const closed = await club.post(`/register-sessions/${id}/close`);
      expect(closed.body).toMatchObject({ status: 'CLOSED', totals: figures });
      expect((await club.post(accept)).body.code).toBe('session.closed');
    });

    it('cannot be stood by before it was made', async () => {
      const { id } = await club.session();
      expect((await club.post(`/register-sessions/${id}/accept-count`)).body.code).toBe('session.not_counted');
    });

    it('records float + cash + in - out - drop, the difference, and every method', async () => {
      const { id } = await club.session();
      await club.sell(id, beer, { qty: 3 });
      await club.sell(id, beer, { body: { payments: [{ method: 'card', amount: 4_997, reference: '7' }] } });
      const path = `/register-sessions/${id}/cash-movements`;
      await club.post(path, { kind: 'in', amount: 10_000, reason: 'x' });
      await club.post(path, { kind: 'out', amount: 1_500, reason: 'x' });
      await club.post(path, { kind: 'drop', amount: 20_000, reason: 'x' });
      const undone = (await club.sell(id, beer)).body;
      const step_up_token = await club.stepUp('sale.cancel');
      await club.post(`/sales/${undone.id}/cancel`, { reason: 'x', step_up_token });
      const expected = 50_000 + 14_990 + 10_000 - 1_500 - 20_000;
      await club.count(id, expected - 500);
      await club.post(`/register-sessions/${id}/close`, { note: 'faltan 500' });
      await app.current.drainOutbox();
      const { body } = await lead.get<Record<string, unknown>>(`/register-sessions/${id}/report`);
      expect(body).toMatchObject({
        kind: 'Z',
        session: { status: 'CLOSED', z_number: 1 },
        totals: {
          sales_count: 2,
          sales_amount: 19_988,
          by_method: [
            { method: 'card', amount: 4_997, count: 1 },
            { method: 'cash', amount: 14_991, count: 1 },
          ],
          cancelled_count: 1,
          cash_in: 10_000,
          cash_out: 1_500,
          cash_drops: 20_000,
          cash_rounding: -1,
          expected_cash: expected,
          counted_amount: expected - 500,
          cash_difference: -500,
        },
        cash_movements: [{ kind: 'in' }, { kind: 'out' }, { kind: 'drop' }],
        products: [{ name: beer.name, qty: 4, amount: 19_988 }],
        audit_head: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
      const [row] = await club.make.run<{ result: unknown }>(
        'SELECT result FROM sales.register_sessions WHERE id = $1',
        [id],
      );
      expect(row?.result).toEqual([
        { method: 'cash', expected, counted: expected - 500, difference: -500 },
        { method: 'card', expected: 4_997, counted: null, difference: null },
      ]);
    });

    it('wants another person’s signature above the tolerance, and keeps whose it was', async () => {
      const { id } = await club.session();
      await club.count(id, 50_000 - TOLERANCE - 10);
      const close = `/register-sessions/${id}/close`;
      const refused = await club.post(close);
      expect(refused).toMatchObject({ status: 403, body: { code: 'session.needs_supervisor' } });
      expect(refused.body.facts).toBeUndefined();
      const forOther = await club.stepUp('sale.cancel');
      expect((await club.post(close, { step_up_token: forOther })).body.code).toBe('step_up.invalid');
      const step_up_token = await club.stepUp('session.sign');
      expect(await club.post(close, { step_up_token })).toMatchObject({ status: 200, body: { status: 'CLOSED' } });
      const [row] = await club.make.run<object>('SELECT signed_by FROM sales.register_sessions WHERE id = $1', [id]);
      expect(row).toEqual({ signed_by: club.supervisor.id });
    });

    it('lets exactly the tolerance pass', async () => {
      const { id } = await club.session();
      await club.count(id, 50_000 + TOLERANCE);
      expect((await club.post(`/register-sessions/${id}/close`)).status).toBe(200);
    });

    it('follows the states: nothing closes uncounted, nothing sells counted, nothing moves closed', async () => {
      const { id } = await club.session();
      const path = `/register-sessions/${id}`;
      expect((await club.post(`${path}/close`)).body.code).toBe('session.not_counted');
      expect((await club.post(`${path}/resume`, { step_up_token: 'x' })).body.code).toBe('step_up.invalid');
      await club.count(id, 50_000);
      expect((await club.sell(id, beer)).body.code).toBe('session.not_open');
      expect((await club.post(`${path}/resume`)).body.code).toBe('step_up.required');
      const step_up_token = await club.stepUp('session.sign');
      expect(await club.post(`${path}/resume`, { step_up_token })).toMatchObject({ body: { status: 'OPEN' } });
      expect((await club.sell(id, beer)).status).toBe(201);
      await club.count(id, 54_990);
      await club.count(id, 54_990);
      expect((await club.count(id, 54_990)).body.code).toBe('session.recount_used');
      await club.post(`${path}/close`);
      expect((await club.count(id, 1_000)).body.code).toBe('session.closed');
      expect((await club.sell(id, beer)).body.code).toBe('session.not_open');
      const moved = await club.post(`${path}/cash-movements`, { kind: 'in', amount: 1, reason: 'x' });
      expect(moved.body.code).toBe('session.not_open');
    });

    it('numbers the closes of a register without gaps', async () => {
      const registerId = await club.register();
      for (const zNumber of [1, 2, 3]) {
        const { body } = await club.openRegister(registerId);
        await club.count(body.id, 50_000);
        expect((await club.post(`/register-sessions/${body.id}/close`)).body.z_number).toBe(zNumber);
      }
      const { body } = await club.cashier.get<{ items: { id: string; last_close: unknown }[] }>('/registers');
      expect(body.items.find((one) => one.id === registerId)).toMatchObject({
        open_session: null,
        last_close: { counted_amount: 50_000, employee_name: club.cashier.person.name },
      });
    });

    it('can be done by who may sign, when its person left', async () => {
      const { id } = await club.session();
      await club.count(id, 50_000, lead);
      expect((await club.post(`/register-sessions/${id}/close`, {}, lead)).status).toBe(200);
      const colleague = await club.make.loggedIn(club.venue, ['cashier'], 'register');
      const other = await club.session();
      expect((await club.count(other.id, 50_000, colleague)).body.code).toBe('session.not_yours');
    });
  });

  it('is listed to who reads reports, by night and status, and known to nobody elsewhere', async () => {
    const { id } = await club.session();
    const open = await lead.get<{ items: { id: string; status: string; totals: object }[] }>(
      `/register-sessions?night_id=${club.nightId}&status=OPEN`,
    );
    expect(open.body.items[0]).toMatchObject({ id, totals: { expected_cash: 50_000 } });
    expect(open.body.items.every(({ status }) => status === 'OPEN')).toBe(true);
    expect((await club.cashier.get('/register-sessions')).status).toBe(403);
    const foreign = await (await Club.open(app.current)).make.loggedIn(await club.make.venue(), ['admin'], 'admin');
    for (const path of ['', '/report', '/cash-movements']) {
      expect((await foreign.get(`/register-sessions/${id}${path}`)).status).toBe(404);
    }
    for (const act of ['count', 'close', 'resume']) {
      const body = act === 'count' ? { denominations: FLOAT } : {};
      expect((await club.post(`/register-sessions/${id}/${act}`, body, foreign)).status).toBe(404);
    }
  });

  describe('setting up registers', () => {
    const till = (over: object = {}) => ({
      name: `Caja ${newId()}`,
      type: 'bar',
      location_id: club.locationId,
      ...over,
    });

    it('adds and changes them for who manages them', async () => {
      const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
      const { status, body } = await admin.post<{ id: string }>('/registers', till({ suggested_float: 50_000 }));
      expect(status).toBe(201);
      expect(body).toMatchObject({ allowed_methods: ['cash'], is_test: false, is_active: true, printer_port: 9100 });
      const changed = await admin.patch(`/registers/${body.id}`, { allowed_methods: ['cash', 'card'], place: 'Patio' });
      expect(changed.body).toMatchObject({
        place: 'Patio',
        allowed_methods: ['cash', 'card'],
        suggested_float: 50_000,
      });
      expect((await club.cashier.post('/registers', till())).status).toBe(403);
    });

    it('refuses a taken name, a foreign location, and to turn a till in use into a test', async () => {
      const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
      const { body } = await admin.post<{ id: string; name: string }>('/registers', till());
      expect(await admin.post('/registers', till({ name: body.name }))).toMatchObject({
        status: 409,
        body: { code: 'register.name_taken' },
      });
      const foreign = (await Club.open(app.current)).locationId;
      expect(await admin.post('/registers', till({ location_id: foreign }))).toMatchObject({
        status: 404,
        body: { code: 'register.location_unknown' },
      });
      const { registerId } = await club.session();
      for (const change of [{ is_test: true }, { is_active: false }]) {
        expect(await admin.patch(`/registers/${registerId}`, change)).toMatchObject({
          status: 409,
          body: { code: 'register.in_use' },
        });
      }
      expect((await admin.patch(`/registers/${newId()}`, { place: 'x' })).status).toBe(404);
    });
  });
});
