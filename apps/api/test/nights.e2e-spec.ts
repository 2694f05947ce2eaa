import { newId } from '@libs/kernel';
import { Fixtures } from './support/fixtures';
import { hearEvents } from './support/heard-events';
import { HttpClient } from './support/http-client';
import { useTestApp } from './support/test-app';

interface NightBody {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly opened_at: string | null;
  readonly closed_at: string | null;
  readonly checklist: { id: string; label: string; is_done: boolean; done_by: string | null; done_at: string | null }[];
}

describe('nights', () => {
  const app = useTestApp();
  let fixtures: Fixtures;
  let venue: { id: string; name: string };
  let admin: Awaited<ReturnType<Fixtures['loggedIn']>>;
  let cashier: HttpClient;

  beforeAll(() => {
    fixtures = new Fixtures(app.current);
  });

  beforeEach(async () => {
    venue = await fixtures.venue();
    admin = await fixtures.loggedIn(venue, ['admin'], 'admin');
    cashier = await fixtures.loggedIn(venue, ['cashier'], 'register');
  });

  const plan = async (fields: object = {}): Promise<NightBody> => {
    const answer = await admin.post<NightBody>('/nights', { date: '2026-07-04', name: 'Sábado', ...fields });
    expect(answer.status).toBe(201);
    return answer.body;
  };

  const act = (night: { id: string }, verb: string) => admin.post<NightBody>(`/nights/${night.id}/${verb}`);

  const tickAll = async (night: NightBody): Promise<void> => {
    for (const item of night.checklist) {
      await admin.post(`/nights/${night.id}/checklist/${item.id}`, { is_done: true });
    }
  };

  const registerSession = async (nightId: string, status: 'OPEN' | 'PENDING_CLOSE'): Promise<string> => {
    const [register, session, location] = [newId(), newId(), await fixtures.location(venue)];
    await fixtures.run(
      `INSERT INTO sales.registers (id, venue_id, name, type, location_id) VALUES ($1, $2, 'Caja 2', 'bar', $3)`,
      [register, venue.id, location.id],
    );
    await fixtures.run(
      `INSERT INTO sales.register_sessions
         (id, venue_id, register_id, night_id, employee_id, opened_by, status, opened_at, float_amount, float_denominations)
       VALUES ($1, $2, $3, $4, $5, $5, $6, now(), 0, '{}')`,
      [session, venue.id, register, nightId, admin.person.id, status],
    );
    return session;
  };

  const sale = async (nightId: string, sessionId: string, payment?: { method: string; reference: string | null }) => {
    const id = newId();
    await fixtures.run(
      `INSERT INTO sales.sales (id, venue_id, night_id, register_session_id, employee_id, fingerprint, total_amount, iva_amount, placed_at)
       VALUES ($1, $2, $3, $4, $5, '', 1190, 190, now())`,
      [id, venue.id, nightId, sessionId, admin.person.id],
    );
    if (!payment) return;
    await fixtures.run(
      `INSERT INTO sales.sale_payments (id, sale_id, position, method, amount, reference) VALUES ($1, $2, 0, $3, 1190, $4)`,
      [newId(), id, payment.method, payment.reference],
    );
  };

  it('live from plan to close, in this order only', async () => {
    const night = await plan();
    expect(night).toMatchObject({ status: 'PLANNED', opened_at: null, version: 1 });
    expect(await act(night, 'open')).toMatchObject({ status: 409, body: { code: 'night.wrong_state' } });
    expect(await act(night, 'prepare')).toMatchObject({ status: 200, body: { status: 'PREPARING' } });
    expect(await act(night, 'close')).toMatchObject({ status: 409, body: { code: 'night.wrong_state' } });
    await tickAll(night);
    const opened = await act(night, 'open');
    expect(opened).toMatchObject({ status: 200, body: { status: 'OPEN', opened_at: expect.any(String) as string } });
    expect((await cashier.get('/nights/current')).body).toMatchObject({ night: { id: night.id, status: 'OPEN' } });
    expect(await act(night, 'prepare')).toMatchObject({ status: 409 });
    expect((await act(night, 'closing')).body.status).toBe('CLOSING');
    const closed = await act(night, 'close');
    expect(closed).toMatchObject({ status: 200, body: { status: 'CLOSED', closed_at: expect.any(String) as string } });
    expect((await cashier.get('/nights/current')).body).toEqual({ night: null });
  });

  it('tell the audit trail who moved them, from where and to where', async () => {
    const heard = hearEvents(app.current);
    const night = await plan();
    await act(night, 'prepare');
    await app.current.drainOutbox();
    const about = { nightId: night.id, subjectId: night.id, venueId: venue.id };
    expect(heard).toMatchObject([
      { type: 'nights.night_planned', ...about, data: { after: { name: 'Sábado' } } },
      {
        type: 'nights.night_prepared',
        ...about,
        actor: { employeeId: admin.person.id, employeeName: admin.person.name },
        data: { before: { status: 'PLANNED' }, after: { status: 'PREPARING' } },
      },
    ]);
  });

  it('open once everything on the checklist is done', async () => {
    const night = await plan();
    await act(night, 'prepare');
    const [first, ...rest] = night.checklist;
    for (const item of rest) {
      const answer = await admin.post<NightBody>(`/nights/${night.id}/checklist/${item.id}`, { is_done: true });
      const ticked = answer.body.checklist.find(({ id }) => id === item.id);
      expect(ticked).toMatchObject({
        is_done: true,
        done_by: admin.person.name,
        done_at: expect.any(String) as string,
      });
    }
    expect(await act(night, 'open')).toMatchObject({
      status: 409,
      body: {
        code: 'night.checklist_open',
        detail: 'Falta revisar: Fondo de cajas contado.',
        facts: { items: ['Fondo de cajas contado'] },
      },
    });
    await admin.post(`/nights/${night.id}/checklist/${String(first?.id)}`, { is_done: true });
    expect((await act(night, 'open')).status).toBe(200);
  });

  it('open one at a time in a house, while another house is free to', async () => {
    const [first, second] = [await plan({ checklist: [] }), await plan({ name: 'After', checklist: [] })];
    await act(first, 'prepare');
    await act(second, 'prepare');
    await act(first, 'open');
    const refused = { status: 409, body: { code: 'night.other_open', facts: { name: 'Sábado' } } };
    expect(await act(second, 'open')).toMatchObject(refused);
    await act(first, 'closing');
    expect(await act(second, 'open')).toMatchObject(refused);
    await act(first, 'close');
    expect((await act(second, 'open')).status).toBe(200);
  });

  it('close only when every register session is closed, and name the registers that are not', async () => {
    const night = await fixtures.night(venue, { status: 'CLOSING' });
    const session = await registerSession(night.id, 'PENDING_CLOSE');
    expect(await act(night, 'close')).toMatchObject({
      status: 409,
      body: { code: 'night.sessions_open', facts: { registers: ['Caja 2'] } },
    });
    await fixtures.run(
      `UPDATE sales.register_sessions SET status = 'CLOSED', closed_at = now(), counted_amount = 0, expected_cash = 0, cash_difference = 0 WHERE id = $1`,
      [session],
    );
    expect((await act(night, 'close')).status).toBe(200);
  });

  it('close only when it is known of every payment whether it was made', async () => {
    const night = await fixtures.night(venue, { status: 'CLOSING' });
    const session = await registerSession(night.id, 'OPEN');
    await sale(night.id, session, { method: 'card', reference: null });
    await sale(night.id, session, { method: 'card', reference: '004711' });
    await fixtures.run(
      `UPDATE sales.register_sessions SET status = 'CLOSED', closed_at = now(), counted_amount = 0, expected_cash = 0, cash_difference = 0 WHERE id = $1`,
      [session],
    );
    expect(await act(night, 'close')).toMatchObject({
      status: 409,
      body: { code: 'night.payment_unknown', facts: { payments: 1 } },
    });
    await fixtures.run(`UPDATE sales.sale_payments SET reference = '004712' WHERE reference IS NULL`);
    expect((await act(night, 'close')).status).toBe(200);
  });

  it('are deleted with a reason, unless they are on or have sales', async () => {
    const night = await plan();
    expect((await admin.delete(`/nights/${night.id}`, {})).status).toBe(400);
    expect((await admin.delete(`/nights/${night.id}`, { reason: 'se suspendió' })).status).toBe(204);
    expect(await admin.get(`/nights/${night.id}`)).toMatchObject({ status: 404, body: { code: 'night.not_found' } });
    const [kept] = await fixtures.run('SELECT deleted_reason FROM nights.nights WHERE id = $1', [night.id]);
    expect(kept).toEqual({ deleted_reason: 'se suspendió' });

    const open = await fixtures.night(venue);
    const refusal = await admin.delete(`/nights/${open.id}`, { reason: 'error' });
    expect(refusal).toMatchObject({ status: 409, body: { code: 'night.wrong_state' } });
    const sold = await fixtures.night(venue, { status: 'CLOSED' });
    await sale(sold.id, await registerSession(sold.id, 'OPEN'));
    expect(await admin.delete(`/nights/${sold.id}`, { reason: 'error' })).toMatchObject({
      status: 409,
      body: { code: 'night.has_sales' },
    });
  });

  it('are changed by whoever saw the latest version, and keep what was ticked', async () => {
    const night = await plan({ responsible_ids: [admin.person.id] });
    const [first] = night.checklist;
    await admin.post(`/nights/${night.id}/checklist/${String(first?.id)}`, { is_done: true });
    const stale = await admin.patch(`/nights/${night.id}`, { name: 'Otra', version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'night.changed_meanwhile' } });
    const changed = await admin.patch<NightBody>(`/nights/${night.id}`, {
      version: 2,
      capacity: 400,
      doors_open_at: '2026-07-05T02:00:00Z',
      doors_close_at: '2026-07-05T08:00:00Z',
      price_tiers: [{ name: 'General', price: 8_000 }],
      checklist: [{ id: first?.id, label: 'Fondo contado dos veces' }, { label: 'Extintores' }],
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        name: 'Sábado',
        capacity: 400,
        doors_open_at: '2026-07-05T02:00:00.000Z',
        version: 3,
        checklist: [
          { id: first?.id, label: 'Fondo contado dos veces', is_done: true },
          { label: 'Extintores', is_done: false },
        ],
      },
    });
    const reversed = await admin.patch(`/nights/${night.id}`, { doors_close_at: '2026-07-05T01:00:00Z' });
    expect(reversed).toMatchObject({ status: 400, body: { code: 'night.doors_reversed' } });
    const emptied = await admin.patch<NightBody>(`/nights/${night.id}`, { capacity: null });
    expect(emptied.body).toMatchObject({ capacity: null, doors_open_at: '2026-07-05T02:00:00.000Z' });
  });

  it('keep the checklist of a closed night as it was', async () => {
    const night = await fixtures.night(venue, { status: 'CLOSED' });
    const refused = await admin.patch(`/nights/${night.id}`, { checklist: [] });
    expect(refused).toMatchObject({ status: 409, body: { code: 'night.wrong_state' } });
    expect((await admin.patch(`/nights/${night.id}`, { description: 'Gran noche' })).status).toBe(200);
  });

  it('are listed by evening, page by page, and by state', async () => {
    await fixtures.night(venue, { date: '2026-07-03', status: 'CLOSED', name: 'Viernes' });
    await fixtures.night(venue, { date: '2026-07-05', status: 'PLANNED', name: 'Domingo' });
    await fixtures.night(venue, { date: '2026-07-04', status: 'OPEN', name: 'Sábado' });
    const names = (body: { items: { name: string }[] }): string[] => body.items.map((item) => item.name);
    type Listed = { items: { name: string }[]; next_cursor: string | null };
    const first = await cashier.get<Listed>('/nights?limit=2');
    expect(names(first.body)).toEqual(['Domingo', 'Sábado']);
    const second = await cashier.get<Listed>(`/nights?limit=2&cursor=${String(first.body.next_cursor)}`);
    expect(names(second.body)).toEqual(['Viernes']);
    expect(second.body.next_cursor).toBeNull();
    expect(names((await cashier.get<Listed>('/nights?status=OPEN')).body)).toEqual(['Sábado']);
    const forged = Buffer.from('["yesterday","me"]').toString('base64url');
    expect((await cashier.get(`/nights?cursor=${forged}`)).status).toBe(400);
  });

  it('of another house do not exist, nor do its people', async () => {
    const other = await fixtures.venue();
    const foreign = await fixtures.night(other, { status: 'PREPARING' });
    const stranger = await fixtures.employee(other, ['supervisor']);
    for (const answer of [
      await admin.get(`/nights/${foreign.id}`),
      await admin.patch(`/nights/${foreign.id}`, { name: 'Mía' }),
      await act(foreign, 'open'),
      await admin.delete(`/nights/${foreign.id}`, { reason: 'x' }),
      await admin.post(`/nights/${foreign.id}/checklist/${newId()}`, { is_done: true }),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'night.not_found' } });
    }
    const plans = await admin.post('/nights', { date: '2026-07-04', name: 'X', responsible_ids: [stranger.id] });
    expect(plans).toMatchObject({ status: 404, body: { code: 'night.person_not_found' } });
    expect((await admin.get<{ items: unknown[] }>('/nights')).body.items).toEqual([]);
  });

  it('are planned and moved by who may, and by nobody else', async () => {
    const night = await plan();
    expect((await cashier.post('/nights', { date: '2026-07-04', name: 'Mía' })).status).toBe(403);
    expect((await cashier.post(`/nights/${night.id}/prepare`)).status).toBe(403);
    expect((await cashier.get(`/nights/${night.id}`)).status).toBe(200);
    const wrong = await admin.post('/nights', { date: '2026-02-30', name: '', capacity: 0, extra: 1 });
    expect(wrong).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
  });
});

describe('the house', () => {
  const app = useTestApp();

  it('is seen by its staff and changed by its admin, within limits, with before and after on record', async () => {
    const fixtures = new Fixtures(app.current);
    const venue = await fixtures.venue({ name: 'Bombo', settings: { tipPct: 15 } });
    const admin = await fixtures.loggedIn(venue, ['admin'], 'admin');
    const cashier = await fixtures.loggedIn(venue, ['cashier'], 'register');
    expect((await cashier.get('/venue')).body).toEqual({
      id: venue.id,
      name: 'Bombo',
      ticket_prefix: 'BMB',
      time_zone: 'America/Santiago',
      settings: {
        idle_lock_seconds: 60,
        cash_tolerance: 2_000,
        courtesy_budget: 50_000,
        float_tolerance: 5_000,
        ticket_max_age_hours: 24,
        ticket_max_attempts: 3,
        tip_pct: 15,
        entry_hold_minutes: 10,
        entry_refund_hours: 24,
        entry_refund_fee_pct: 0,
        doors_early_minutes: 30,
        capacity_alarm_pct: 90,
      },
    });
    const heard = hearEvents(app.current);
    const changed = await admin.patch('/venue', { settings: { cash_tolerance: 3_000 } });
    expect(changed).toMatchObject({ status: 200, body: { settings: { cash_tolerance: 3_000, tip_pct: 15 } } });
    // At once, although a house is remembered for some seconds.
    expect((await cashier.get('/venue')).body).toMatchObject({ settings: { cash_tolerance: 3_000 } });
    await app.current.drainOutbox();
    expect(heard).toMatchObject([
      {
        type: 'nights.venue_changed',
        data: { before: { cash_tolerance: 2_000 }, after: { cash_tolerance: 3_000 } },
      },
    ]);

    expect((await cashier.patch('/venue', { name: 'Mío' })).status).toBe(403);
    for (const settings of [{ tip_pct: 31 }, { cash_tolerance: 0.5 }, { idle_lock_seconds: 0 }, { unknown: 1 }]) {
      expect((await admin.patch('/venue', { settings })).status).toBe(400);
    }
  });
});
