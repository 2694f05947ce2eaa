import { newId } from '@libs/kernel';
import { findBroken } from '@libs/audit/infrastructure';
import { Database } from '@libs/platform';
import { PASSWORD, Venue } from './support';
import { OnlineClub, Phone, TopUpBody } from './support/online-club';

interface Transaction {
  readonly id: number;
  readonly uuid: string;
  readonly kind: string;
  readonly amount: number;
  readonly balance: number;
}
interface PaidOut {
  readonly amount: number;
  readonly balance: number;
  readonly refunds: readonly { readonly uuid: string; readonly amount: number }[];
  readonly code: string;
}

describe('a guest’s own wallet', () => {
  let club: OnlineClub;
  let venue: Venue;
  let ana: Phone;

  beforeAll(async () => {
    club = await OnlineClub.open({ CUSTOMER_APP_URL: 'https://app.club.example/pago' });
    venue = await club.make.venue();
  });
  beforeEach(async () => {
    ana = await club.phone(venue);
  });
  afterAll(async () => {
    const broken = [];
    for await (const row of findBroken(club.app.nest.get(Database))) broken.push(row);
    expect(broken.filter(({ invariant }) => !invariant.startsWith('audit'))).toEqual([]);
    await club.close();
  });

  const recharge = (amount: number, key = newId(), phone = ana) =>
    phone.post<TopUpBody>('/wallet/recharge', { amount }, key);
  async function toppedUp(amount: number, phone = ana): Promise<TopUpBody> {
    const { body } = await recharge(amount, newId(), phone);
    await club.press(body.payment_intent_id, 'approve');
    return body;
  }
  const history = async (query = ''): Promise<Transaction[]> =>
    (await ana.get<Transaction[]>(`/wallet/transactions${query}`)).body;

  it('begins empty, with a number for builders of apps', async () => {
    expect((await ana.get('/wallet/balance')).body).toEqual({
      ...{ id: expect.any(Number), balance: 0, points: 0, is_frozen: false, currency: 'CLP' },
    });
    expect(await history()).toEqual([]);
  });

  it('is topped up on the page of the provider, and has the money once it is approved', async () => {
    const { status, body } = await recharge(20_000);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'PENDING', amount: 20_000, payment_url: expect.stringMatching(/^http/) });
    expect(await ana.balance()).toBe(0);
    await club.press(body.payment_intent_id, 'approve');
    expect(await ana.balance()).toBe(20_000);
    const after = await ana.get<TopUpBody>(`/wallet/recharge/${body.uuid}`);
    expect(after.body).toMatchObject({ id: body.id, status: 'PAID', payment_url: null });
  });

  // Naive code (read, then credit) credits it more than once.
  it('is credited once by eight confirmations at the same moment', async () => {
    const { body } = await recharge(20_000);
    const answers = await Promise.all(Array.from({ length: 8 }, () => club.confirm(body.payment_intent_id)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await ana.balance()).toBe(20_000);
    expect(await history()).toHaveLength(1);
  });

  it('begins one top-up, however often its key arrives at the same moment', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => recharge(5_000, key)));
    const begun = answers.filter(({ status }) => status === 201);
    expect(begun.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const again = await recharge(5_000, key);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(new Set([...begun, again].map(({ body }) => body.uuid)).size).toBe(1);
    const rows = await club.make.run('SELECT id FROM payments.intents WHERE customer_id = $1', [ana.customerId]);
    expect(rows).toHaveLength(1);
  });

  it('gets nothing of what the bank declined, and says so', async () => {
    const { body } = await recharge(5_000);
    await club.press(body.payment_intent_id, 'decline');
    await club.later(body.payment_intent_id);
    const { body: after } = await ana.get<TopUpBody>(`/wallet/recharge/${body.uuid}`);
    expect(after.status).toBe('FAILED');
    expect(await ana.balance()).toBe(0);
  });

  it('counts what is being paid against its limits, so that no payment meets a full wallet', async () => {
    expect((await recharge(200_001)).body).toMatchObject({ code: 'wallet.limit_exceeded' });
    expect((await recharge(200_000)).status).toBe(201);
    expect((await recharge(100_001)).body).toMatchObject({ code: 'wallet.limit_exceeded' });
    expect((await recharge(0)).status).toBe(400);
    expect((await ana.post<{ code: string }>('/wallet/recharge', { amount: 1_000 })).body.code).toBe(
      'idempotency.key_missing',
    );
  });

  it('has the money of a payment that its limits allowed when it began, though they are lower now', async () => {
    const strict = await club.make.venue();
    const berta = await club.phone(strict);
    const { body } = await recharge(20_000, newId(), berta);
    const admin = await club.make.loggedIn(strict, ['admin'], 'admin');
    await admin.patch('/wallet/limits', { max_balance: 5_000, max_top_up: 5_000, max_top_up_a_day: 5_000 });
    await club.press(body.payment_intent_id, 'approve');
    expect(await berta.balance()).toBe(20_000);
  });

  it('waits no longer for a top-up that was charged and cannot be had, and a person is told', async () => {
    const { body } = await recharge(20_000);
    await club.make.run('UPDATE wallet.top_ups SET amount = amount - 1 WHERE id = $1', [body.uuid]);
    await club.press(body.payment_intent_id, 'approve');
    const { body: after } = await ana.get<TopUpBody>(`/wallet/recharge/${body.uuid}`);
    expect(after).toMatchObject({ status: 'FAILED', outcome: 'wallet.top_up_over' });
    expect(await ana.balance()).toBe(0);
    const found = await club.make.run('SELECT kind FROM payments.findings WHERE intent_id = $1', [
      body.payment_intent_id,
    ]);
    expect(found).toEqual([{ kind: 'order_not_possible' }]);
    expect((await ana.delete('/customers/profile', { password: PASSWORD })).status).toBe(200);
  });

  it('shows what moved it, the latest first, with the balance after each', async () => {
    await toppedUp(3_000);
    await toppedUp(4_000);
    const all = await history();
    expect(all.map(({ kind, amount, balance }) => [kind, amount, balance])).toEqual([
      ['top_up', 4_000, 7_000],
      ['top_up', 3_000, 3_000],
    ]);
    expect(await history('?limit=1&offset=1')).toEqual(all.slice(1));
    expect(await history('?offset=2')).toEqual([]);
    expect(await history('?asset=POINTS')).toEqual([]);
    expect((await ana.get('/wallet/transactions?limit=0')).status).toBe(400);
  });

  it('goes back to the cards it came from, the newest first, once', async () => {
    await toppedUp(3_000);
    await toppedUp(4_000);
    const key = newId();
    const first = await ana.post<PaidOut>('/wallet/refund', {}, key);
    expect(first.body).toMatchObject({ amount: 7_000, balance: 0, refunds: [{ amount: 4_000 }, { amount: 3_000 }] });
    expect((await ana.post<PaidOut>('/wallet/refund', {}, key)).body).toEqual(first.body);
    expect((await ana.post<PaidOut>('/wallet/refund', {}, newId())).body.code).toBe('wallet.nothing_left');
    await club.later(newId());
    const refunds = await club.make.run<{ status: string }>(
      'SELECT status FROM payments.refunds WHERE customer_id = $1',
      [ana.customerId],
    );
    expect(refunds).toEqual([{ status: 'DONE' }, { status: 'DONE' }]);
  });

  // Naive code pays the same balance out twice.
  it('is paid out once by eight requests at the same moment', async () => {
    await toppedUp(3_000);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ana.post<PaidOut>('/wallet/refund', {}, newId())),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await ana.balance()).toBe(0);
  });

  it('has the money again when a person finds that the refund never arrived', async () => {
    await toppedUp(3_000);
    const { body } = await ana.post<PaidOut>('/wallet/refund', {}, newId());
    await club.make.run(`UPDATE payments.refunds SET status = 'UNKNOWN' WHERE id = $1`, [body.refunds[0]?.uuid]);
    const findingId = newId();
    await club.make.run(
      `INSERT INTO payments.findings (id, venue_id, kind, refund_id, subject, amount, facts, found_at)
       VALUES ($1, $2, 'refund_unknown', $3, $4, 3000, '{}', now())`,
      [findingId, venue.id, body.refunds[0]?.uuid, body.refunds[0]?.uuid],
    );
    await club.resolve(venue, findingId, 'not_refunded');
    expect(await ana.balance()).toBe(3_000);
    expect((await ana.post<PaidOut>('/wallet/refund', {}, newId())).body).toMatchObject({ amount: 3_000 });
  });

  it('has the money again when the provider says no to the refund, and a person is told that it is there', async () => {
    const { payment_intent_id: intentId } = await toppedUp(3_000);
    const { externalId } = await club.chargeOf(intentId);
    await club.klap.giveBackElsewhere(externalId);
    await ana.post<PaidOut>('/wallet/refund', {}, newId());
    expect(await ana.balance()).toBe(0);
    await club.later(newId());
    expect(await ana.balance()).toBe(3_000);
    const found = await club.make.run(`SELECT kind FROM payments.findings WHERE intent_id = $1`, [intentId]);
    expect(found).toEqual([{ kind: 'refund_in_wallet' }]);
  });

  it('leaves a refund whose answer never came to a person, and one that was sent just now alone', async () => {
    const refundOf = async (sentAgo: string) => {
      await toppedUp(3_000);
      const { body } = await ana.post<PaidOut>('/wallet/refund', {}, newId());
      const [refund] = body.refunds;
      await club.later(newId());
      await club.make.run(
        `UPDATE payments.refunds SET status = 'SENT', final_at = NULL, sent_at = now() - $2::interval WHERE id = $1`,
        [refund?.uuid, sentAgo],
      );
      return refund?.uuid;
    };
    const [silent, young] = [await refundOf('3 minutes'), await refundOf('30 seconds')];
    await club.later(newId());
    await club.later(newId());
    const statuses = await club.make.run('SELECT id, status FROM payments.refunds WHERE id = ANY ($1) ORDER BY id', [
      [silent, young],
    ]);
    expect(statuses).toEqual([
      { id: silent, status: 'UNKNOWN' },
      { id: young, status: 'SENT' },
    ]);
    const found = await club.make.run('SELECT kind, refund_id FROM payments.findings WHERE refund_id = ANY ($1)', [
      [silent, young],
    ]);
    expect(found).toEqual([{ kind: 'refund_unknown', refund_id: silent }]);
    expect(await ana.balance()).toBe(0);
  });

  it('leaves a refund of a provider that the house left to a person', async () => {
    const { payment_intent_id: intentId } = await toppedUp(3_000);
    const { body } = await ana.post<PaidOut>('/wallet/refund', {}, newId());
    const refundId = body.refunds[0]?.uuid;
    await club.later(newId());
    await club.make.run(`UPDATE payments.intents SET provider = 'getnet_web' WHERE id = $1`, [intentId]);
    await club.make.run(`UPDATE payments.refunds SET status = 'REQUESTED', final_at = NULL WHERE id = $1`, [refundId]);
    await club.later(newId());
    const [refund] = await club.make.run('SELECT status FROM payments.refunds WHERE id = $1', [refundId]);
    expect(refund).toEqual({ status: 'BY_HAND' });
    const found = await club.make.run('SELECT kind FROM payments.findings WHERE refund_id = $1', [refundId]);
    expect(found).toEqual([{ kind: 'refund_by_hand' }]);
  });

  it('is nobody else’s: another guest finds nothing', async () => {
    const { body } = await recharge(5_000);
    const berta = await club.phone(venue);
    expect((await berta.get(`/wallet/recharge/${body.uuid}`)).status).toBe(404);
    expect((await club.app.client().get('/wallet/balance')).status).toBe(401);
  });

  it('keeps an account from being deleted while there is money in it, and stands in the export', async () => {
    await toppedUp(3_000);
    const refused = await ana.delete<{ code: string; facts?: { holdings: string[] } }>('/customers/profile', {
      password: PASSWORD,
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'customer.balance_left' } });
    const { body } = await ana.get<{ records: { wallet: { balance: number; transactions: unknown[] } } }>(
      '/customers/export',
    );
    expect(body.records.wallet).toMatchObject({ balance: 3_000, transactions: [{ kind: 'top_up', amount: 3_000 }] });
    await ana.post('/wallet/refund', {}, newId());
    expect((await ana.delete('/customers/profile', { password: PASSWORD })).status).toBe(200);
  });
});
