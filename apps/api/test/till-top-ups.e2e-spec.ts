import { newId } from '@libs/kernel';
import { findBroken } from '@libs/audit/infrastructure';
import { Database } from '@libs/platform';
import { Fixtures, useTestApp } from './support';
import { CardTill } from './support/card-till';
import { TopUpBody } from './support/online-club';
import { Club, Refusal } from './support/till';

describe('a wallet topped up at a till', () => {
  const app = useTestApp();
  let club: Club;
  let till: CardTill;
  let guest: string;

  beforeEach(async () => {
    club = await Club.open(app.current);
    till = await CardTill.open(club);
    guest = (await club.make.customer(club.venue)).id;
  });

  const take = (body: object, key = newId(), customer = guest) =>
    club.cashier.post<TopUpBody & Refusal>(
      `/wallets/${customer}/top-ups`,
      { register_session_id: till.session.id, ...body },
      { key },
    );
  async function balance(): Promise<number> {
    const [row] = await club.make.run<{ balance: string }>(
      `SELECT b.balance FROM wallet.balances b JOIN wallet.accounts a ON a.id = b.account_id
       WHERE a.customer_id = $1 AND a.asset = 'CLP'`,
      [guest],
    );
    return Number(row?.balance ?? 0);
  }
  const state = async (uuid: string) => (await club.cashier.get<TopUpBody>(`/wallets/${guest}/top-ups/${uuid}`)).body;

  it('in cash is balance at once, lies in the drawer at the close, and is no sale', async () => {
    expect((await take({ amount: 10_000, method: 'cash' })).body).toMatchObject({ status: 'PAID', amount: 10_000 });
    expect(await balance()).toBe(10_000);
    expect((await club.count(till.session.id, 60_000)).status).toBe(200);
    await club.post(`/register-sessions/${till.session.id}/close`, {});
    const [session] = await club.make.run<{ expected: number; difference: number }>(
      'SELECT expected_cash AS expected, cash_difference AS difference FROM sales.register_sessions WHERE id = $1',
      [till.session.id],
    );
    expect(session).toEqual({ expected: 60_000, difference: 0 });
    const lead = await club.make.session(club.supervisor, 'register');
    const { body } = await lead.get<{ totals: { sales_amount: number; cash_in: number } }>(
      `/register-sessions/${till.session.id}/report`,
    );
    expect(body.totals).toMatchObject({ sales_amount: 0, cash_in: 10_000 });
  });

  // Naive code takes the money of one guest eight times.
  it('happens once, however often its key arrives at the same moment', async () => {
    const key = newId();
    await Promise.all(Array.from({ length: 8 }, () => take({ amount: 10_000, method: 'cash' }, key)));
    expect((await take({ amount: 10_000, method: 'cash' }, key)).status).toBe(201);
    expect(await balance()).toBe(10_000);
  });

  it('is not topped up above its limit by eight cashiers’ taps at the same moment', async () => {
    await Promise.all(Array.from({ length: 8 }, () => take({ amount: 60_000, method: 'cash' })));
    expect(await balance()).toBe(300_000);
    const [drawer] = await club.make.run<{ sum: number }>(
      'SELECT sum(amount)::int AS sum FROM sales.cash_movements WHERE session_id = $1',
      [till.session.id],
    );
    expect(drawer).toEqual({ sum: 300_000 });
  });

  it('by card has the money once the terminal approved it', async () => {
    const { body } = await take({ amount: 15_000, method: 'card' });
    expect(body).toMatchObject({ status: 'PENDING', amount: 15_000 });
    expect(await balance()).toBe(0);
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.approve(operation);
    expect(await state(body.uuid)).toMatchObject({ status: 'PAID' });
    expect(await balance()).toBe(15_000);
  });

  it('by a card that the terminal declined has nothing', async () => {
    const { body } = await take({ amount: 15_000, method: 'card' });
    const operation = await till.agent.claimed();
    await till.agent.sent(operation);
    await till.agent.report(operation, 'declined');
    expect(await state(body.uuid)).toMatchObject({ status: 'FAILED', outcome: 'DECLINED' });
    expect(await balance()).toBe(0);
  });

  it('by a voucher is balance at once, where nobody drives the terminal', async () => {
    await club.make.run(`UPDATE sales.registers SET primary_provider = 'manual' WHERE id = $1`, [
      till.session.registerId,
    ]);
    expect((await take({ amount: 15_000, method: 'card' })).body.code).toBe('payment.voucher_missing');
    const { body } = await take({ amount: 15_000, method: 'card', voucher: '004512' });
    expect(body.status).toBe('PAID');
    expect(await balance()).toBe(15_000);
  });

  it('keeps the till from being counted while its card is under way', async () => {
    const { body } = await take({ amount: 15_000, method: 'card' });
    expect((await club.count(till.session.id, 50_000)).status).toBe(409);
    await club.post(`/payment-intents/${body.payment_intent_id}/cancel`);
    expect(await state(body.uuid)).toMatchObject({ status: 'FAILED', outcome: 'CANCELLED' });
    expect((await club.count(till.session.id, 50_000)).status).toBe(200);
  });

  it('is refused for coins that do not exist, at a test register, at another’s till, and for a guest of another house', async () => {
    expect((await take({ amount: 10_005, method: 'cash' })).body.code).toBe('wallet.cash_not_tens');
    const test = await club.session({ isTest: true });
    expect((await take({ amount: 10_000, method: 'cash', register_session_id: test.id })).body.code).toBe(
      'session.is_test',
    );
    const other = await club.make.loggedIn(club.venue, ['cashier'], 'register');
    const path = `/wallets/${guest}/top-ups`;
    const body = { register_session_id: till.session.id, amount: 1_000, method: 'cash' };
    expect((await other.post<Refusal>(path, body, { key: newId() })).body.code).toBe('session.not_yours');
    const make = new Fixtures(app.current);
    const stranger = await make.customer(await make.venue());
    expect((await take({ amount: 1_000, method: 'cash' }, newId(), stranger.id)).status).toBe(404);
    expect(await balance()).toBe(0);
  });

  it('leaves books of which every sentence holds', async () => {
    const broken = [];
    for await (const row of findBroken(app.current.nest.get(Database))) broken.push(row);
    // The products of these clubs came without their purchases.
    const ours = broken.filter(({ invariant }) => !/^(audit|stock)/.test(invariant));
    expect(ours).toEqual([]);
  });
});
