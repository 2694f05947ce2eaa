import { PointsClock } from '@libs/wallet/infrastructure';
import { GuestOut } from './support/guest';
import { HttpClient } from './support/http-client';
import { useTestApp } from './support/test-app';
import { Club } from './support/till';

interface Term {
  readonly id: string;
  readonly replaces: string | null;
  readonly ended_at: string | null;
}

describe('points over HTTP', () => {
  const app = useTestApp();
  let club: Club;
  let admin: HttpClient;
  let guest: GuestOut;

  beforeEach(async () => {
    club = await Club.open(app.current);
    admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    guest = await GuestOut.in(club);
  });

  const points = async (): Promise<unknown> => (await guest.get<unknown>('/points')).body;
  /** The guest shows the QR when buying. */
  const sell = async (price: number): Promise<string> => {
    const { id: sessionId } = await club.session();
    const body = { customer_token: await guest.tokenAt() };
    const sold = await club.sell(sessionId, await club.product({ price }), { body });
    await app.current.drainOutbox();
    return sold.body.id;
  };

  it('are shown to the guest with the tier and what is missing for the next one', async () => {
    await admin.post('/wallet/point-rules', { name: 'Siempre', pesos_per_point: 100 });
    for (const [name, min_points] of [
      ['Plata', 20],
      ['Oro', 1_000],
    ] as const) {
      await admin.post('/wallet/tiers', { name, min_points, within_days: 90, multiplier_percent: 150 });
    }
    expect(await points()).toMatchObject({ balance: 0, tier: null, next_tier: { name: 'Plata', missing: 20 } });
    await sell(5_000);
    expect(await points()).toMatchObject({
      ...{ balance: 50, tier: { name: 'Plata', earned: 50, multiplier_percent: 150 } },
      next_tier: { name: 'Oro', missing: 950 },
    });
  });

  it('are told to the cashier who sold, once they are counted, and to no other house', async () => {
    await admin.post('/wallet/point-rules', { name: 'Siempre', pesos_per_point: 100 });
    const { id: sessionId } = await club.session();
    const body = { customer_token: await guest.tokenAt() };
    const sold = await club.sell(sessionId, await club.product({ price: 5_000 }), { body });
    const path = `/points/of-sale/${sold.body.id}`;
    expect((await club.cashier.get(path)).body).toEqual({ sale_id: sold.body.id, points: null });
    await app.current.drainOutbox();
    expect((await club.cashier.get(path)).body).toEqual({ sale_id: sold.body.id, points: 50 });
    const other = await Club.open(app.current);
    expect(await other.cashier.get(path)).toMatchObject({ status: 404, body: { code: 'sale.not_found' } });
  });

  it('go when the sale is cancelled', async () => {
    await admin.post('/wallet/point-rules', { name: 'Siempre', pesos_per_point: 100 });
    const saleId = await sell(5_000);
    expect(await points()).toMatchObject({ balance: 50 });
    const step_up_token = await club.stepUp('sale.cancel');
    expect((await club.post(`/sales/${saleId}/cancel`, { reason: 'se equivocó', step_up_token })).status).toBe(200);
    await app.current.drainOutbox();
    expect(await points()).toMatchObject({ balance: 0 });
  });

  it('have rules that are added, changed from now on and ended, and the audit trail hears it', async () => {
    const added = await admin.post<Term>('/wallet/point-rules', { name: 'Siempre', pesos_per_point: 100 });
    expect(added).toMatchObject({ status: 201, body: { multiplier_percent: 100, category_ids: null, ended_at: null } });
    const changed = await admin.patch<Term>(`/wallet/point-rules/${added.body.id}`, { multiplier_percent: 200 });
    expect(changed).toMatchObject({ status: 200, body: { replaces: added.body.id, pesos_per_point: 100 } });
    expect(await admin.patch(`/wallet/point-rules/${added.body.id}`, { name: 'x' })).toMatchObject({
      ...{ status: 409, body: { code: 'points.rule_ended' } },
    });
    const list = async (query = '') => (await admin.get<{ items: Term[] }>(`/wallet/point-rules${query}`)).body.items;
    expect((await list()).map(({ id }) => id)).toEqual([changed.body.id]);
    expect((await list('?ended=true')).map(({ id }) => id)).toEqual([changed.body.id, added.body.id]);
    expect((await admin.post<Term>(`/wallet/point-rules/${changed.body.id}/end`)).body.ended_at).not.toBeNull();
    expect(await list()).toEqual([]);
    await app.current.drainOutbox();
    const heard = await admin.get<{ items: { type: string }[] }>('/audit?type=wallet');
    expect(heard.body.items.map(({ type }) => type)).toEqual([
      ...['wallet.rule_ended', 'wallet.rule_changed', 'wallet.rule_added'],
    ]);
  });

  it('have tiers that are added, changed from now on and ended', async () => {
    const gold = { name: 'Oro', min_points: 500, within_days: 90, multiplier_percent: 150 };
    const added = await admin.post<Term>('/wallet/tiers', gold);
    expect(added).toMatchObject({ status: 201, body: gold });
    expect(await admin.post('/wallet/tiers', gold)).toMatchObject({ status: 409, body: { code: 'points.tier_taken' } });
    const changed = await admin.patch<Term>(`/wallet/tiers/${added.body.id}`, { min_points: 400 });
    expect(changed).toMatchObject({ status: 200, body: { ...gold, min_points: 400, replaces: added.body.id } });
    expect((await admin.post(`/wallet/tiers/${changed.body.id}/end`)).status).toBe(200);
    expect((await admin.get('/wallet/tiers')).body).toEqual({ items: [] });
    for (const wrong of [{ multiplier_percent: 99 }, { within_days: 0 }, { min_points: -1 }, { name: '' }]) {
      expect((await admin.post('/wallet/tiers', { ...gold, ...wrong })).status).toBe(400);
    }
  });

  it('that nobody touched for as long as the house says expire by the clock, once, and never in a house without a rule', async () => {
    const clock = app.current.nest.get(PointsClock, { strict: false });
    await admin.post('/wallet/point-rules', { name: 'Siempre', pesos_per_point: 100 });
    await sell(5_000);
    const untouchedFor = (days: number) =>
      club.make.run(
        `UPDATE wallet.balances b SET moved_at = now() - $2::int * interval '1 day' FROM wallet.accounts a
         WHERE a.id = b.account_id AND a.customer_id = $1 AND a.asset = 'POINTS'`,
        [guest.id, days],
      );
    await untouchedFor(31);
    await clock.tick();
    expect(await points()).toMatchObject({ balance: 50 });
    await admin.patch('/wallet/limits', { points_expire_days: 30 });
    await untouchedFor(29);
    await clock.tick();
    expect(await points()).toMatchObject({ balance: 50 });
    await untouchedFor(31);
    await Promise.all([clock.tick(), clock.tick()]);
    await clock.tick();
    expect(await points()).toMatchObject({ balance: 0 });
    const expired = await guest.get<object[]>('/wallet/transactions?asset=POINTS');
    expect(expired.body).toMatchObject([{ kind: 'points_expired', amount: -50 }, { kind: 'points_earned' }]);
  });

  it('are of one house and set by its admins', async () => {
    const { body } = await admin.post<Term>('/wallet/point-rules', { name: 'Siempre', pesos_per_point: 100 });
    const stranger = await club.make.loggedIn(await club.make.venue(), ['admin'], 'admin');
    expect((await stranger.get('/wallet/point-rules?ended=true')).body).toEqual({ items: [] });
    expect(await stranger.post(`/wallet/point-rules/${body.id}/end`)).toMatchObject({
      ...{ status: 404, body: { code: 'points.rule_not_found' } },
    });
    const foreign = { name: 'x', pesos_per_point: 100, category_ids: [club.categoryId] };
    expect(await stranger.post('/wallet/point-rules', foreign)).toMatchObject({ status: 404 });
    expect((await club.cashier.get('/wallet/tiers')).status).toBe(403);
  });
});
