import { newId } from '@libs/kernel';
import { GuestOut } from './support/guest';
import { HttpClient } from './support/http-client';
import { useTestApp } from './support/test-app';
import { Club, Product } from './support/till';

interface Redeemed {
  readonly id: string;
  readonly code?: string;
  readonly balance: number;
  readonly ticket: { readonly id: string; readonly qr: string; readonly items: readonly { readonly id: string }[] };
}

describe('rewards over HTTP', () => {
  const app = useTestApp();
  let club: Club;
  let admin: HttpClient;
  let guest: GuestOut;
  let drink: Product;

  beforeEach(async () => {
    club = await Club.open(app.current);
    admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    guest = await GuestOut.in(club);
    drink = await club.product({ price: 10_000, stock: 20 });
  });

  const get = async <T = Record<string, unknown>>(path: string): Promise<T> => (await guest.get<T>(path)).body;
  const redeem = (id: string, key = newId()) =>
    app.current
      .client()
      .post<Redeemed>(`/rewards/${id}/redeem`, undefined, { headers: { authorization: `Bearer ${guest.token}` }, key });
  const body = (given: object = {}) => ({
    ...{ name: `Premio ${newId()}`, cost: 40, items: [{ product_id: drink.id, qty: 1 }], location_id: club.locationId },
    ...given,
  });
  const reward = async (given: object = {}): Promise<string> =>
    (await admin.post<{ id: string }>('/rewards/catalogue', body(given))).body.id;
  /** The guest bought a drink: 100 points. */
  const earn = async (): Promise<string> => {
    await admin.post('/wallet/point-rules', { name: 'Siempre', pesos_per_point: 100 });
    const { id: sessionId } = await club.session();
    const sold = await club.sell(sessionId, drink, { body: { customer_token: await guest.tokenAt() } });
    await app.current.drainOutbox();
    return sold.body.id;
  };

  it('are shown, redeemed and fetched at the bar', async () => {
    const id = await reward({ name: 'Una lata', stock_limit: 3, per_person_limit: 2 });
    const dear = await reward({ cost: 1_000 });
    await earn();
    expect(await get('/rewards')).toMatchObject({
      ...{ balance: 100, is_night_open: true },
      items: [
        { id, name: 'Una lata', cost: 40, left: 3, left_for_me: 2, is_affordable: true },
        { id: dear, left: null, left_for_me: null, is_affordable: false },
      ],
    });
    const key = newId();
    const redeemed = await redeem(id, key);
    expect(redeemed).toMatchObject({ status: 201, body: { reward_id: id, points: 40, balance: 60 } });
    const again = await redeem(id, key);
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([redeemed.body, 'true']);
    expect(await club.onHand(drink)).toBe(18);
    const bar = await club.make.bar(club.venue);
    const bartender = await club.make.loggedIn(club.venue, ['bartender'], 'bar', { barId: bar.id });
    const { qr, id: ticketId, items } = redeemed.body.ticket;
    expect((await bartender.post('/tickets/scan', { qr })).body).toMatchObject({
      ...{ outcome: 'deliver', ticket: { redemption_id: redeemed.body.id, sale_id: null } },
    });
    expect((await get<{ items: unknown[] }>('/rewards/mine')).items).toMatchObject([
      { qr, status: 'OPEN', name: 'Una lata' },
    ]);
    const pressed = { items: items.map((item) => ({ item_id: item.id, qty: 1 })), bar_id: bar.id };
    expect((await bartender.post(`/tickets/${ticketId}/deliver`, pressed, { key: newId() })).status).toBe(200);
    expect((await get<{ items: unknown[] }>('/rewards/mine')).items).toMatchObject([{ qr: null, status: 'DELIVERED' }]);
    expect(await get('/customers/export')).toMatchObject({
      records: { rewards: [{ name: 'Una lata', points: 40, undone_at: null }] },
    });
    expect(await redeem(dear)).toMatchObject({
      ...{ status: 409, body: { code: 'wallet.insufficient_funds', facts: { balance: 60, needed: 1_000 } } },
    });
  });

  it('are undone by an admin while nothing was handed over, once a key, and the audit trail hears it', async () => {
    const id = await reward();
    await earn();
    const { body: redeemed } = await redeem(id);
    const list = await admin.get<{ items: { id: string }[] }>(`/rewards/redemptions?night_id=${club.nightId}`);
    expect(list.body.items).toMatchObject([{ id: redeemed.id, customer_id: guest.id, points: 40, status: 'OPEN' }]);
    const undo = (key: string, client = admin) =>
      client.post(`/rewards/redemptions/${redeemed.id}/undo`, { reason: 'se equivocó' }, { key });
    const key = newId();
    const undone = await undo(key);
    expect(undone).toMatchObject({ status: 200, body: { id: redeemed.id } });
    expect((await undo(key)).body).toEqual(undone.body);
    expect(await undo(newId())).toMatchObject({ status: 409, body: { code: 'redemption.already_undone' } });
    expect([(await get('/points'))['balance'], await club.onHand(drink)]).toEqual([100, 19]);
    await app.current.drainOutbox();
    const heard = await admin.get<{ items: { type: string }[] }>('/audit?type=rewards');
    expect(heard.body.items.map(({ type }) => type)).toEqual([
      ...['rewards.undone', 'rewards.redeemed', 'rewards.reward_added'],
    ]);
  });

  it('and what gave their points away: a sale that is cancelled eight times while eight redeem', async () => {
    const id = await reward();
    const saleId = await earn();
    const step_up_token = await club.stepUp('sale.cancel');
    const cancel = { reason: 'se equivocó', despite_delivery: true, step_up_token };
    const acts = Array.from({ length: 8 }, () => [club.post(`/sales/${saleId}/cancel`, cancel), redeem(id)] as const);
    const cancelled = await Promise.all(acts.map(([one]) => one));
    const redeemed = (await Promise.all(acts.map(([, one]) => one))).filter(({ status }) => status === 201);
    expect(cancelled.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(redeemed.length).toBeLessThanOrEqual(2);
    await app.current.drainOutbox();
    expect((await get('/points'))['balance']).toBe(0);
    expect(await club.onHand(drink)).toBe(20 - redeemed.length);
    expect((await admin.post('/wallet/verify')).body).toEqual({ ok: true, broken: [] });
  });

  it('are added and changed by the house, and refuse what cannot be', async () => {
    const added = await admin.post<{ id: string }>('/rewards/catalogue', body({ name: 'Una lata' }));
    expect(added).toMatchObject({
      status: 201,
      body: { items: [{ name: drink.name, qty: 1 }], taken: 0, is_active: true },
    });
    const path = `/rewards/catalogue/${added.body.id}`;
    expect(await admin.patch(path, { cost: 50, is_active: false })).toMatchObject({
      ...{ status: 200, body: { cost: 50, is_active: false, name: 'Una lata' } },
    });
    expect((await get<{ items: unknown[] }>('/rewards')).items).toEqual([]);
    expect((await admin.get('/rewards/catalogue')).body).toMatchObject({ items: [{ id: added.body.id }] });
    const refused = async (given: object, status: number, code?: string) =>
      expect(await admin.post('/rewards/catalogue', body(given))).toMatchObject({ status, body: code ? { code } : {} });
    await refused({ name: 'Una lata' }, 409, 'reward.name_taken');
    await refused({ items: [{ product_id: newId(), qty: 1 }] }, 404, 'reward.product_unknown');
    await refused({ location_id: newId() }, 404, 'reward.location_unknown');
    const at = '2026-11-22T04:00:00Z';
    await refused({ starts_at: at, ends_at: at }, 400, 'reward.window_invalid');
    for (const given of [{ cost: 0 }, { cost: 1.5 }, { items: [] }, { stock_limit: -1 }, { per_person_limit: 0 }]) {
      await refused(given, 400);
    }
    const twice = { product_id: drink.id, qty: 1 };
    await refused({ items: [twice, twice] }, 400);
  });

  it('are of one house, of its admins and of its guests', async () => {
    const id = await reward();
    await earn();
    const { body: redeemed } = await redeem(id);
    const stranger = await club.make.loggedIn(await club.make.venue(), ['admin'], 'admin');
    expect((await stranger.get('/rewards/catalogue')).body).toEqual({ items: [] });
    expect((await stranger.patch(`/rewards/catalogue/${id}`, { cost: 1 })).status).toBe(404);
    const undo = { reason: 'x' };
    expect((await stranger.post(`/rewards/redemptions/${redeemed.id}/undo`, undo, { key: newId() })).status).toBe(404);
    expect((await club.cashier.get('/rewards/catalogue')).status).toBe(403);
    expect((await admin.get('/rewards')).status).toBe(401);
    const other = await club.make.loggedInCustomer(await club.make.venue());
    const headers = { authorization: `Bearer ${other.accessToken}` };
    expect(
      await app.current.client().post(`/rewards/${id}/redeem`, undefined, { headers, key: newId() }),
    ).toMatchObject({
      ...{ status: 404, body: { code: 'reward.not_found' } },
    });
    expect((await app.current.client().get('/rewards/mine', { headers })).body).toMatchObject({ items: [] });
  });

  it('wait for a night that is open', async () => {
    const id = await reward();
    await earn();
    await club.make.run(`UPDATE nights.nights SET status = 'CLOSING' WHERE id = $1`, [club.nightId]);
    expect(await get('/rewards')).toMatchObject({ is_night_open: false });
    expect(await redeem(id)).toMatchObject({ status: 409, body: { code: 'night.not_open' } });
  });
});
