import { newId } from '@libs/kernel';
import { GuestOut } from './support/guest';
import { HttpClient } from './support/http-client';
import { useTestApp } from './support/test-app';
import { Club, Product } from './support/till';

const METHODS = ['cash', 'card', 'transfer', 'wallet'];

describe('paying with the wallet', () => {
  const app = useTestApp();
  let club: Club;
  let ana: GuestOut;
  let session: { id: string };
  let drink: Product;

  const wallet = (amount: number, token: string) => [{ method: 'wallet', amount, wallet_token: token }];
  const sell = (token: string, given: { as?: HttpClient; sessionId?: string; key?: string; body?: object } = {}) =>
    club.sell(given.sessionId ?? session.id, drink, {
      ...given,
      body: { payments: wallet(drink.price, token), ...given.body },
    });
  const cancel = async (saleId: string, given: object = {}, key?: string) =>
    club.cashier.post<{ code: string; is_cancelled: boolean }>(
      `/sales/${saleId}/cancel`,
      { reason: 'se equivocó', step_up_token: await club.stepUp('sale.cancel'), ...given },
      { key: key ?? newId() },
    );
  const salesOf = (id: string) => club.make.run('SELECT id FROM sales.sales WHERE customer_id = $1', [id]);
  const sales = () => club.make.run('SELECT id FROM sales.sales WHERE venue_id = $1', [club.venue.id]);
  const transfersOf = (saleId: string) =>
    club.make.run(
      `SELECT t.kind, e.amount::int FROM wallet.transfers t JOIN wallet.entries e ON e.transfer_id = t.id AND e.sequence IS NOT NULL
       WHERE t.reference_id = $1 OR t.returns_of = (SELECT id FROM wallet.transfers WHERE reference_id = $1) ORDER BY t.id`,
      [saleId],
    );

  beforeEach(async () => {
    club = await Club.open(app.current);
    ana = await GuestOut.in(club);
    session = await club.session({ methods: METHODS });
    drink = await club.product({ price: 400 });
    await ana.topUp(1_000);
  });

  it('takes the amount with the sale, which is the guest’s, and so is the ticket', async () => {
    const sold = await sell(await ana.tokenAt());
    expect(sold).toMatchObject({ status: 201, body: { customer_id: ana.id, payments: [{ method: 'wallet' }] } });
    expect(await ana.balance()).toBe(600);
    expect(await transfersOf(sold.body.id)).toEqual([{ kind: 'payment', amount: -400 }]);
    const [ticket] = await club.make.run('SELECT customer_id FROM tickets.tickets WHERE sale_id = $1', [sold.body.id]);
    expect(ticket).toEqual({ customer_id: ana.id });
    const again = await club.cashier.get(`/sales/${sold.body.id}`);
    expect(again.body).toMatchObject({ customer_id: ana.id, payments: [{ method: 'wallet', amount: 400 }] });
  });

  it('leaves everything as it was when the balance is too small, the QR included', async () => {
    await sell(await ana.tokenAt());
    await sell(await ana.tokenAt());
    const token = await ana.tokenAt();
    const before = [await sales(), await club.onHand(drink)];
    expect(await sell(token)).toMatchObject({
      status: 409,
      body: { code: 'wallet.insufficient_funds', facts: { balance: 200, needed: 400 } },
    });
    expect([await sales(), await club.onHand(drink)]).toEqual(before);
    await ana.topUp(200);
    expect((await sell(token)).status).toBe(201);
    expect(await ana.balance()).toBe(0);
  });

  it('pays twice 400 out of 1,000 when eight tills try at once', async () => {
    const tills = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const cashier = await club.make.loggedIn(club.venue, ['cashier'], 'register');
        const opened = await club.session({ methods: METHODS, as: cashier });
        return { as: cashier, sessionId: opened.id, token: await ana.tokenAt(cashier) };
      }),
    );
    const answers = await Promise.all(tills.map(({ token, ...till }) => sell(token, till)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const codes = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(codes).toEqual(Array(6).fill('wallet.insufficient_funds'));
    expect(await ana.balance()).toBe(200);
    expect(await salesOf(ana.id)).toHaveLength(2);
    expect(await club.onHand(drink)).toBe(998);
  });

  it('pays once with one QR, and a second try is kept as an attempt', async () => {
    const token = await ana.tokenAt();
    const answers = await Promise.all(Array.from({ length: 8 }, () => sell(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(
      Array(7).fill('guest.token_paid'),
    );
    expect(await ana.balance()).toBe(600);
    const lead = await club.make.loggedIn(club.venue, ['supervisor'], 'register');
    const { body } = await lead.get<{ items: { reason: string }[] }>('/tickets/refusals');
    expect(body.items.map(({ reason }) => reason)).toEqual(Array(7).fill('guest.token_paid'));
  });

  it('answers a sale again whose answer was lost, by its key and by its id', async () => {
    const token = await ana.tokenAt();
    const [id, key] = [newId(), newId()];
    const first = await sell(token, { key, body: { id } });
    const byKey = await sell(token, { key, body: { id } });
    const byId = await sell(token, { body: { id } });
    for (const answer of [byKey, byId]) {
      expect(answer).toMatchObject({ status: 201, body: { id, ticket: { qr: first.body.ticket.qr } } });
    }
    expect(await ana.balance()).toBe(600);
  });

  it('is good only where the QR was read, and for as long as it lasts', async () => {
    const other = await club.make.loggedIn(club.venue, ['cashier'], 'register');
    const theirs = await club.session({ methods: METHODS, as: other });
    const token = await ana.tokenAt();
    expect(await sell(token, { as: other, sessionId: theirs.id })).toMatchObject({
      body: { code: 'guest.token_invalid' },
    });
    await club.make.run(`UPDATE customers.recognitions SET expires_at = now() - interval '1 second'`);
    expect(await sell(token)).toMatchObject({ status: 409, body: { code: 'guest.token_invalid' } });
    expect(await sell('hola')).toMatchObject({ status: 409, body: { code: 'guest.token_invalid' } });
    expect(await ana.balance()).toBe(1_000);
  });

  it('is refused to a frozen wallet and to a guest who was shut out meanwhile, and a supervisor sees both', async () => {
    const tokens = [await ana.tokenAt(), await ana.tokenAt()] as const;
    const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    const accounts = await admin.get<{ items: { id: string }[] }>(`/wallet/accounts?customer_id=${ana.id}`);
    const account = `/wallet/accounts/${accounts.body.items[0]?.id ?? ''}/freeze`;
    await admin.post(account, { reason: 'teléfono robado' }, { key: newId() });
    expect(await sell(tokens[0])).toMatchObject({ status: 423, body: { code: 'wallet.frozen' } });
    await admin.post(`/customers/${ana.id}/disable`, { reason: 'pelea' });
    expect(await sell(tokens[1])).toMatchObject({ status: 409, body: { code: 'guest.disabled' } });
    const refused = await admin.get<{ items: { reason: string }[] }>('/tickets/refusals');
    expect(refused.body.items.map(({ reason }) => reason)).toEqual(['guest.disabled', 'wallet.frozen']);
    expect(await ana.balance()).toBe(1_000);
  });

  it('needs a card to be confirmed by another person', async () => {
    const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    const { code } = (await admin.post<{ code: string }>(`/customers/${ana.id}/card`)).body;
    const read = await club.cashier.post<{ customer_token: string }>('/customers/identify', { qr: code });
    const token = read.body.customer_token;
    expect(await sell(token)).toMatchObject({ status: 409, body: { code: 'guest.unconfirmed' } });
    const yes = { customer_token: token, step_up_token: await club.stepUp('customer.confirm') };
    await club.cashier.post('/customers/confirm', yes);
    expect((await sell(token)).status).toBe(201);
    await expect(
      club.make.run(`UPDATE customers.recognitions SET confirmed_by = NULL WHERE customer_uuid = $1`, [ana.id]),
    ).rejects.toThrow('recognitions_pay_confirmed');
  });

  it('gives a cancelled sale back once, however often it is cancelled', async () => {
    const { body } = await sell(await ana.tokenAt());
    const asked = await Promise.all(Array.from({ length: 8 }, () => cancel(body.id)));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await ana.balance()).toBe(1_000);
    expect(await transfersOf(body.id)).toEqual([
      { kind: 'payment', amount: -400 },
      { kind: 'reversal', amount: 400 },
    ]);
    expect(await club.onHand(drink)).toBe(1_000);
  });

  it('of a guest who deleted the account since goes back where nobody can use it, so that a person is told, once', async () => {
    const { body } = await sell(await ana.tokenAt(), { body: { lines: [{ product_id: drink.id, qty: 1 }] } });
    // What moved while the account stood is told before it goes.
    await app.current.drainOutbox();
    await club.make.run(
      `UPDATE customers.customers SET is_active = false, email = NULL, phone = NULL, rut = NULL,
      birth_date = NULL, password_hash = NULL, deleted_at = now() WHERE uuid = $1`,
      [ana.id],
    );
    const other = await GuestOut.in(club);
    await other.topUp(1_000);
    const kept = await sell(await other.tokenAt());
    expect((await cancel(body.id)).status).toBe(200);
    expect((await cancel(kept.body.id)).status).toBe(200);
    await app.current.drainOutbox();
    const admin = await club.make.loggedIn(club.venue, ['admin'], 'admin');
    const found = async () => (await admin.get<{ items: object[] }>('/payment-findings')).body.items;
    expect(await found()).toMatchObject([
      { kind: 'wallet_without_owner', amount: 400, facts: { customer_id: ana.id, transfer_kind: 'reversal' } },
    ]);
    expect(await ana.balance()).toBe(1_000);
  });

  it('goes with cash in one sale, and not with the terminal, another wallet, a test or a register without it', async () => {
    const token = await ana.tokenAt();
    const body = (payments: object[]) => ({ body: { payments } });
    const codeOf = async (payments: object[], sessionId = session.id) =>
      (await club.sell(sessionId, drink, body(payments))).body.code;
    const [part, cash] = [
      { method: 'wallet', amount: 150, wallet_token: token },
      { method: 'cash', amount: 250, tendered: 1_000 },
    ];
    expect(await codeOf([part, { ...part, amount: 250 }])).toBe('sale.one_wallet');
    expect(await codeOf([{ method: 'wallet', amount: 400 }])).toBe('sale.wallet_token_missing');
    expect(await codeOf([part, { ...cash, wallet_token: token }])).toBe('sale.token_not_wallet');
    const intent = { method: 'card', amount: 250, payment_intent_id: newId() };
    expect(await codeOf([part, intent])).toMatch(/^sale\.(id_missing|wallet_with_card)$/);
    const without = await club.session();
    expect(await codeOf([part, cash], without.id)).toBe('sale.method_not_allowed');
    const test = await club.session({ methods: METHODS, isTest: true });
    expect(await codeOf([part, cash], test.id)).toBe('sale.wallet_in_test');
    const sold = await club.sell(session.id, drink, body([part, cash]));
    expect(sold).toMatchObject({ status: 201, body: { change_amount: 750, customer_id: ana.id } });
    expect(await ana.balance()).toBe(850);
    const changed = await club.cashier.put<{ code: string }>(
      `/sales/${sold.body.id}/payments`,
      { payments: [{ method: 'cash', amount: 400 }] },
      { key: newId() },
    );
    expect(changed).toMatchObject({ status: 409, body: { code: 'sale.paid_by_wallet' } });
  });

  it('can be somebody else’s treat: one pays, the sale is the other’s', async () => {
    const leo = await GuestOut.in(club);
    const sold = await sell(await ana.tokenAt(), { body: { customer_token: await leo.tokenAt() } });
    expect(sold.body).toMatchObject({ customer_id: leo.id });
    expect(await ana.balance()).toBe(600);
    const cash = await club.sell(session.id, drink, { body: { customer_token: await leo.tokenAt() } });
    expect(cash.body).toMatchObject({ customer_id: leo.id, payments: [{ method: 'cash' }] });
  });

  it('is told beforehand what the wallet holds, and whether that is enough', async () => {
    const quote = async (qty: number, token?: string) =>
      (
        await club.cashier.post<{ wallet: object | null }>('/sales/quote', {
          register_session_id: session.id,
          lines: [{ product_id: drink.id, qty }],
          ...(token ? { customer_token: token } : {}),
        })
      ).body.wallet;
    const token = await ana.tokenAt();
    expect(await quote(1)).toBeNull();
    expect(await quote(2, token)).toEqual({ balance: 1_000, is_frozen: false, covers: true });
    expect(await quote(3, token)).toMatchObject({ covers: false });
    expect(await quote(1, 'hola')).toBeUndefined();
  });

  it('is a method of its own when the register closes, and none of the drawer’s', async () => {
    await sell(await ana.tokenAt());
    await club.count(session.id, 50_000);
    const closed = await club.post(`/register-sessions/${session.id}/close`);
    expect(closed).toMatchObject({ status: 200, body: { status: 'CLOSED' } });
    const lead = await club.make.loggedIn(club.venue, ['supervisor'], 'register');
    const report = await lead.get(`/register-sessions/${session.id}/report`);
    expect(report.body).toMatchObject({
      kind: 'Z',
      totals: {
        by_method: [{ method: 'wallet', amount: 400, count: 1 }],
        ...{ expected_cash: 50_000, cash_difference: 0 },
      },
    });
  });
});
