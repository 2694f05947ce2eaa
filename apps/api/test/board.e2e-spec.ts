import { newId } from '@libs/kernel';
import { HttpClient } from './support/http-client';
import { useTestApp } from './support/test-app';
import { Club, Product } from './support/till';

interface Board {
  night: { id: string } | null;
  totals: Record<string, number>;
  compared: { night_id: string; sales_amount_same_time: number } | null;
  by_slot: { minute: number; amount: number | null; count: number; compared_amount: number | null }[];
  by_method: { method: string; amount: number }[];
  registers: { register_id: string; status: string; drawer_cash: number; sales_amount: number; sales_count: number }[];
  pending: { tickets: number; items: number };
  top_products: { product_id: string; qty: number; amount: number }[];
  alerts: { kind: string; level: string; title: string; detail: string; subject_id: string }[];
}

describe('the board of a night', () => {
  const app = useTestApp();
  let club: Club;
  let lead: HttpClient;
  let beer: Product;
  let session: { id: string; registerId: string };

  const board = async (query = '', as: HttpClient = lead): Promise<Board> =>
    (await as.get<Board>(`/reports/board${query}`)).body;

  beforeAll(async () => {
    club = await Club.open(app.current);
    await club.make.run(`UPDATE nights.nights SET opened_at = now() - interval '95 minutes' WHERE id = $1`, [
      club.nightId,
    ]);
    lead = await club.make.session(club.supervisor, 'register');
    beer = await club.product({ price: 5_000 });
    session = await club.session();
  });

  it('adds up what was sold, apart from courtesies, tests and what was taken back', async () => {
    await club.sell(session.id, beer, { qty: 2, body: { tip_amount: 700 } });
    await club.sell(session.id, beer, { body: { payments: [{ method: 'card', amount: 5_000, reference: '1' }] } });
    const gift = { payments: [], courtesy: { reason: 'x', step_up_token: await club.stepUp('courtesy.grant') } };
    await club.sell(session.id, beer, { body: gift });
    const test = await club.session({ isTest: true });
    await club.sell(test.id, beer);
    const { body: undone } = await club.sell(session.id, beer);
    const step_up_token = await club.stepUp('sale.cancel');
    await club.post(`/sales/${undone.id}/cancel`, { reason: 'se equivocó', step_up_token });

    const shown = await board();
    expect(shown.night?.id).toBe(club.nightId);
    expect(shown.totals).toEqual({
      sales_amount: 15_000,
      sales_count: 2,
      average_amount: 7_500,
      courtesy_count: 1,
      courtesy_value: 5_000,
      cancelled_count: 1,
      cancelled_amount: 5_000,
      tips_amount: 700,
    });
    expect(shown.by_method).toEqual([
      { method: 'cash', amount: 10_000 },
      { method: 'card', amount: 5_000 },
    ]);
    expect(shown.by_slot.map(({ minute, amount, count }) => [minute, amount, count])).toEqual([
      [0, 0, 0],
      [30, 0, 0],
      [60, 0, 0],
      [90, 15_000, 2],
    ]);
    expect(shown.registers.find((one) => one.register_id === session.registerId)).toMatchObject({
      status: 'OPEN',
      sales_amount: 15_000,
      sales_count: 2,
      drawer_cash: 60_000,
    });
    expect(shown.pending).toEqual({ tickets: 3, items: 4 });
    expect(shown.top_products[0]).toMatchObject({ product_id: beer.id, qty: 4, amount: 15_000 });
    expect(shown.alerts.find(({ kind }) => kind === 'sale_cancelled')).toMatchObject({
      level: 'warn',
      title: 'Venta anulada, $5.000',
      detail: 'se equivocó',
      subject_id: undone.id,
    });
  });

  it('shows a sale at once, and a drawer that was counted as counted', async () => {
    const own = await club.session();
    const before = (await board()).totals['sales_count'] ?? 0;
    await club.sell(own.id, beer);
    expect((await board()).totals['sales_count']).toBe(before + 1);
    await club.count(own.id, 54_000);
    await club.post(`/register-sessions/${own.id}/close`);
    const shown = await board();
    expect(shown.registers.find((one) => one.register_id === own.registerId)).toMatchObject({
      status: 'CLOSED',
      drawer_cash: 54_000,
    });
    expect(shown.alerts.find(({ kind }) => kind === 'register_difference')).toMatchObject({ detail: 'Falta $1.000' });
  });

  it('compares with the last closed night of the same weekday, up to the same time since its opening', async () => {
    const other = await Club.open(app.current);
    const water = await other.product({ price: 1_000 });
    const boss = await other.make.session(other.supervisor, 'register');
    const dates: Record<string, string> = { friday: '2026-11-13', saturday: '2026-11-14' };
    for (const [name, date] of Object.entries(dates)) {
      const { id } = await other.session();
      const { body: early } = await other.sell(id, water);
      const { body: late } = await other.sell(id, water, { qty: 3 });
      const night = await other.make.night(other.venue, { name, date, status: 'CLOSED' });
      await other.make.run(
        `UPDATE nights.nights SET opened_at = date::timestamptz + interval '2 hours', closed_at = date::timestamptz + interval '9 hours'
         WHERE id = $1`,
        [night.id],
      );
      for (const [sale, minutes] of [
        [early.id, 10],
        [late.id, 200],
      ] as const) {
        await other.make.run(
          `UPDATE sales.sales SET night_id = $1, placed_at = $2::date::timestamptz + interval '2 hours' + make_interval(mins => $3)
           WHERE id = $4`,
          [night.id, date, minutes, sale],
        );
      }
    }
    await other.make.run(
      `UPDATE nights.nights SET date = '2026-11-20', opened_at = now() - interval '35 minutes' WHERE id = $1`,
      [other.nightId],
    );
    const shown = await board('', boss);
    expect(shown.compared).toMatchObject({ name: 'friday', sales_amount_same_time: 1_000 });
    expect(shown.by_slot.map(({ minute, amount, compared_amount }) => [minute, amount, compared_amount])).toEqual([
      [0, 0, 1_000],
      [30, 0, 0],
      [60, null, 0],
      [90, null, 0],
      [120, null, 0],
      [150, null, 0],
      [180, null, 3_000],
    ]);
    await other.make.run(`UPDATE nights.nights SET date = '2026-11-25' WHERE id = $1`, [other.nightId]);
    expect((await board('', boss)).compared).toMatchObject({ name: 'saturday' });
  });

  it('is empty when no night is on', async () => {
    const venue = await club.make.venue();
    const boss = await club.make.loggedIn(venue, ['admin'], 'admin');
    expect(await board('', boss)).toMatchObject({
      night: null,
      compared: null,
      by_slot: [],
      registers: [],
      on_duty: [],
      alerts: [],
    });
  });

  it('speaks the language of who asks', async () => {
    const { body } = await lead.get<Board>('/reports/board', { headers: { 'accept-language': 'en' } });
    expect(body.alerts.find(({ kind }) => kind === 'sale_cancelled')?.title).toBe('Sale cancelled, $5,000');
  });

  it('is for who reads reports, and knows no night of another venue', async () => {
    expect((await club.cashier.get('/reports/board')).status).toBe(403);
    const foreign = await club.make.loggedIn(await club.make.venue(), ['admin'], 'admin');
    expect((await foreign.get(`/reports/board?night_id=${club.nightId}`)).status).toBe(404);
    expect((await lead.get(`/reports/board?night_id=${newId()}`)).status).toBe(404);
    expect((await lead.get('/reports/board?night_id=x')).status).toBe(400);
  });
});
