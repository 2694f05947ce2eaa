import { newId } from '@libs/kernel';
import { Database } from '@libs/platform';
import { Answer } from './support/http-client';
import { useTestApp } from './support/test-app';
import { Club, Product, Refusal, SaleBody, SessionBody } from './support/till';

const EIGHT = Array.from({ length: 8 }, (_, n) => n);
const ROUNDS = 6;

/** Asks again while the first request under the key is at work, as a till does. */
async function patiently<T extends Partial<Refusal>>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  for (;;) {
    const answer = await ask();
    if (answer.body.code !== 'idempotency.in_progress') return answer;
  }
}

/** Each test says what to take away from the code to see it fail. */
describe('eight at once', () => {
  const app = useTestApp();
  let club: Club;
  let session: { id: string };
  let beer: Product;

  beforeAll(async () => {
    club = await Club.open(app.current, { courtesyBudget: 12_000, cashTolerance: 1_000_000 });
    session = await club.session();
    beer = await club.product({ price: 5_000 });
  });

  /** Eight are at once only when none of them still has to connect. */
  beforeEach(async () => {
    const { pool } = app.current.nest.get(Database);
    await Promise.all(Array.from({ length: 10 }, () => pool.query('SELECT pg_sleep(0.05)')));
  });

  const statuses = (answers: readonly Answer[]): number[] => answers.map((answer) => answer.status).sort();
  const count = async (where: string, values: unknown[]): Promise<number> =>
    Number((await club.make.run<{ n: string }>(`SELECT count(*) AS n FROM ${where}`, values))[0]?.n);

  /** Fails when keys are neither locked nor kept: eight sales. */
  it('under one key make one sale and get one answer', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const key = newId();
      const before = await club.onHand(beer);
      const answers = await Promise.all(EIGHT.map(() => patiently(() => club.sell(session.id, beer, { key }))));
      expect(statuses(answers)).toEqual(EIGHT.map(() => 201));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(await club.onHand(beer)).toBe(before - 1);
    }
  });

  /** Fails when a violated sales_pkey is not looked into again: 500 for all but the first. */
  it('under one id of the till and eight keys make one sale', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const body = { id: newId() };
      const before = await club.onHand(beer);
      const answers = await Promise.all(EIGHT.map(() => club.sell(session.id, beer, { body })));
      expect(statuses(answers)).toEqual(EIGHT.map(() => 201));
      expect(new Set(answers.map((answer) => answer.body.ticket.qr)).size).toBe(1);
      expect(await count('tickets.tickets WHERE sale_id = $1', [body.id])).toBe(1);
      expect(await club.onHand(beer)).toBe(before - 1);
    }
  });

  /** Fails when the stock rows are read without a lock: several sell the same unit, and stock goes below nothing. */
  it('sell the last unit once, and the others leave neither money nor ticket', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const last = await club.product({ stock: 1 });
      const own = await club.session();
      const answers = await Promise.all(EIGHT.map(() => club.sell(own.id, last)));
      expect(statuses(answers)).toEqual([201, ...EIGHT.slice(1).map(() => 409)]);
      for (const { status, body } of answers) if (status === 409) expect(body.code).toBe('sale.out_of_stock');
      expect(await club.onHand(last)).toBe(0);
      expect(await count('sales.sales WHERE register_session_id = $1', [own.id])).toBe(1);
    }
  });

  /** Fails when the unique index over open sessions goes and the code looks before it inserts: several sessions. */
  it('open a register once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const registerId = await club.register();
      const answers = await Promise.all(EIGHT.map(() => club.openRegister(registerId)));
      expect(statuses(answers)).toEqual([201, ...EIGHT.slice(1).map(() => 409)]);
      for (const { status, body } of answers) {
        if (status === 409) expect(body).toMatchObject({ facts: { employee_name: club.cashier.person.name } });
      }
      expect(await count('sales.register_sessions WHERE register_id = $1', [registerId])).toBe(1);
    }
  });

  /** Fails without the lock on the budget: each sees the budget as it was before the others. */
  it('give away no more than one budget', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const lead = await club.make.loggedIn(club.venue, ['supervisor'], 'register');
      const own = await club.session({ as: lead });
      const body = { payments: [], courtesy: { reason: 'cumpleaños' } };
      const answers = await Promise.all(EIGHT.map(() => club.sell(own.id, beer, { as: lead, body })));
      expect(statuses(answers)).toEqual([201, 201, ...EIGHT.slice(2).map(() => 403)]);
    }
  });

  /** Fails without FOR NO KEY UPDATE on the sale: the stock comes back once, but the events tell it eight times. */
  it('take a sale back once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { body: sold } = await club.sell(session.id, beer);
      const before = await club.onHand(beer);
      const tokens = await Promise.all(EIGHT.map(() => club.stepUp('sale.cancel')));
      const answers = await Promise.all(
        tokens.map((step_up_token) => club.post<Refusal>(`/sales/${sold.id}/cancel`, { reason: 'x', step_up_token })),
      );
      expect(statuses(answers)).toEqual([200, ...EIGHT.slice(1).map(() => 409)]);
      expect(await club.onHand(beer)).toBe(before + 1);
    }
  });

  describe('a sale against a close', () => {
    const closeOf = async (sessionId: string): Promise<void> => {
      await club.count(sessionId, 50_000);
      const closed = await club.post(`/register-sessions/${sessionId}/close`);
      expect(closed.status).toBe(200);
    };
    const books = async (sessionId: string): Promise<{ expected: number; sold: number }> => {
      const [row] = await club.make.run<{ expected: number; sold: string }>(
        `SELECT s.expected_cash AS expected, 50000 + coalesce((
           SELECT sum(total_amount) FROM sales.sales WHERE register_session_id = s.id AND NOT is_cancelled), 0) AS sold
         FROM sales.register_sessions s WHERE id = $1`,
        [sessionId],
      );
      return { expected: Number(row?.expected), sold: Number(row?.sold) };
    };

    it('lands wholly inside its figure or is refused', async () => {
      let inside = 0;
      for (let round = 0; round < 3 * ROUNDS; round += 1) {
        const own = await club.session();
        const sales = EIGHT.map(() => club.sell(own.id, beer));
        if (round % 3 > 0) await Promise.race(sales);
        const [answers] = await Promise.all([Promise.all(sales), closeOf(own.id)]);
        for (const { status, body } of answers) expect([201, 'session.not_open']).toContain(body.code ?? status);
        const { expected, sold } = await books(own.id);
        const placed = answers.filter(({ status }) => status === 201).length;
        expect({ expected, placed }).toEqual({ expected: sold, placed: (sold - 50_000) / 5_000 });
        inside += placed;
      }
      expect(inside).toBeGreaterThan(0);
    });

    /**
     * The sale has seen its session open and is held up before it writes, while somebody counts and closes. Fails
     * without FOR KEY SHARE on the session: the close does not wait, and the books lack a sale that stands.
     */
    it('is waited for when it was under way', async () => {
      const own = await club.session();
      const holder = await app.current.database.owner.connect();
      await holder.query('BEGIN; LOCK TABLE catalog.products IN ACCESS EXCLUSIVE MODE');
      const sale = club.sell(own.id, beer);
      await untilWaiting();
      const close = closeOf(own.id);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await holder.query('COMMIT');
      holder.release();
      expect((await sale).status).toBe(201);
      await close;
      expect(await books(own.id)).toEqual({ expected: 55_000, sold: 55_000 });
    });

    async function untilWaiting(): Promise<void> {
      while (
        (await count(`pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`, [])) === 0
      ) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  });

  /** Fails when voiding does not take the ticket first: a drink is handed over for a sale that was taken back. */
  it('cancel against deliver: either it was handed over or it was taken back', async () => {
    const bar = await club.make.bar(club.venue, { locationId: club.locationId });
    const barmen = await Promise.all(
      EIGHT.slice(0, 4).map(() => club.make.loggedIn(club.venue, ['bartender'], 'bar', { barId: bar.id })),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      const { body: sold } = await club.sell(session.id, beer);
      const step_up_token = await club.stepUp('sale.cancel');
      const items = [{ item_id: sold.ticket.items[0]?.id, qty: 1 }];
      const [cancelled, ...delivered] = await Promise.all([
        club.post<Refusal>(`/sales/${sold.id}/cancel`, { reason: 'x', step_up_token }),
        ...barmen.map((as) => club.post(`/tickets/${sold.ticket.id}/deliver`, { items, bar_id: bar.id }, as)),
      ]);
      const handed = delivered.filter(({ status }) => status === 200).length;
      expect({ cancelled: cancelled?.status === 200, handed }).toEqual(
        cancelled?.status === 200 ? { cancelled: true, handed: 0 } : { cancelled: false, handed: 1 },
      );
      if (handed === 1) expect(cancelled?.body.code).toBe('sale.already_delivered');
      const after = (await club.cashier.get<SaleBody>(`/sales/${sold.id}`)).body;
      expect(after.ticket.status).toBe(handed === 1 ? 'DELIVERED' : 'VOID');
    }
  });

  it('count one session: it is counted twice, never three times', async () => {
    const own = await club.session();
    const answers = await Promise.all(EIGHT.map(() => club.count(own.id, 50_000)));
    expect(statuses(answers)).toEqual([200, 200, ...EIGHT.slice(2).map(() => 409)]);
    const closed = await Promise.all(EIGHT.map(() => club.post<SessionBody>(`/register-sessions/${own.id}/close`)));
    expect(statuses(closed)).toEqual([200, ...EIGHT.slice(1).map(() => 409)]);
  });
});
