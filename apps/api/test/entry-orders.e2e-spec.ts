import { EndOrder } from '@libs/entries/application';
import { Room } from '@libs/entries/domain';
import { newId, Transaction, Transactions } from '@libs/kernel';
import { PaymentClock } from '@libs/payments/infrastructure';
import { KlapSimulator } from '../../../tools/providers/klap-simulator';
import {
  brokenBooks,
  EntryOrder,
  entryType,
  Fixtures,
  freePort,
  PASSWORD,
  Phone,
  startTestApp,
  TestApp,
  topUp,
  Venue,
} from './support';
import { untilSomebodyWaits } from './support/waiting';

let app: TestApp;
let klap: KlapSimulator;
let make: Fixtures;
let venue: Venue;
let night: { id: string };
let ana: Phone;

const type = (given: object = {}) => entryType(make, venue, night, given);
const taken = async (id: string): Promise<number | undefined> =>
  (await make.run<{ taken: number }>('SELECT taken FROM entries.entry_types WHERE id = $1', [id]))[0]?.taken;
/** The order's time is over, and nobody has tidied up. */
const letPass = (order: EntryOrder) =>
  make.run(`UPDATE entries.orders SET expires_at = now() - interval '1 second' WHERE id = $1`, [order.uuid]);
/** The guest does that on the payment page. */
const onPage = async (order: EntryOrder, button: 'approve' | 'decline'): Promise<void> => {
  const [row] = await make.run<{ external_id: string }>(
    'SELECT external_id FROM payments.intents WHERE order_id = $1 ORDER BY id DESC LIMIT 1',
    [order.uuid],
  );
  await klap.press(row?.external_id ?? '', button);
};

beforeAll(async () => {
  klap = new KlapSimulator({ apikey: 'APIKEY-EXAMPLE', confirmTimeoutMs: 2_000 });
  const port = String(await freePort());
  const origin = { PORT: port, PUBLIC_ORIGIN: `http://127.0.0.1:${port}` };
  app = await startTestApp({ ...origin, KLAP_URL: await klap.listen(), KLAP_APIKEY: 'APIKEY-EXAMPLE' });
});

afterAll(async () => {
  await app.close();
  await klap.close();
});

beforeEach(async () => {
  make = new Fixtures(app);
  venue = await make.venue();
  night = await make.night(venue);
  ana = await Phone.of(app, make, venue);
});

afterEach(async () => expect(await brokenBooks(app)).toEqual([]));

describe('an order of entries', () => {
  it('for free is paid at once, with one entry and one QR for each person', async () => {
    const id = await type();
    const { status, body } = await ana.order(id, 3);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'PAID', total_amount: 0, lines: [{ qty: 3, unit_price: 0 }] });
    expect(new Set(body.entries.map(({ qr }) => qr)).size).toBe(3);
    expect(body.entries[0]).toMatchObject({
      status: 'VALID',
      display_code: expect.stringMatching(/^BMB \d+$/) as string,
    });
    expect((await ana.get(`/entradas/orders/${body.uuid}`)).body).toEqual(body);
    expect((await ana.get(`/entradas/orders/${body.id}`)).body).toEqual(body);
    expect((await ana.get<EntryOrder[]>('/entradas/orders')).body).toMatchObject([{ uuid: body.uuid }]);
    expect((await ana.get<object[]>('/entradas/mine')).body).toHaveLength(3);
    expect(await taken(id)).toBe(3);
  });

  it('by wallet takes the price of the moment, once a key, or nothing at all', async () => {
    const id = await type({ price: 8_000 });
    expect(await ana.order(id, 1, 'wallet')).toMatchObject({
      status: 409,
      body: { code: 'wallet.insufficient_funds' },
    });
    expect(await taken(id)).toBe(0);
    await topUp(app, ana.guest, 20_000);
    const key = newId();
    const first = await ana.order(id, 2, 'wallet', {}, key);
    expect(first).toMatchObject({ status: 201, body: { status: 'PAID', total_amount: 16_000 } });
    const again = await ana.order(id, 2, 'wallet', {}, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const [balance] = await make.run<{ balance: string }>(
      'SELECT b.balance FROM wallet.balances b JOIN wallet.accounts a ON a.id = b.account_id WHERE a.customer_id = $1',
      [ana.guest.id],
    );
    expect(Number(balance?.balance)).toBe(4_000);
  });

  it('online keeps its places for as long as the house says, and gives them back when cancelled', async () => {
    const id = await type({ price: 8_000, capacity: 2 });
    const { body } = await ana.order(id, 2, 'online');
    expect(body).toMatchObject({ status: 'PENDING', entries: [] });
    const minutes = (Date.parse(body.expires_at) - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(10);
    const bea = await Phone.of(app, make, venue);
    expect(await bea.order(id, 1, 'online')).toMatchObject({
      ...{ status: 409, body: { code: 'entry.sold_out', facts: { left: 0 } } },
    });
    expect((await ana.post(`/entradas/orders/${body.id}/cancel`)).body).toMatchObject({ status: 'CANCELLED' });
    expect(await ana.post(`/entradas/orders/${body.uuid}/cancel`)).toMatchObject({
      ...{ status: 409, body: { code: 'entry.order_not_pending' } },
    });
    expect((await bea.order(id, 2, 'online')).status).toBe(201);
  });

  it('whose time is up keeps nobody out, however late the clock is', async () => {
    const id = await type({ price: 8_000, capacity: 1 });
    const { body } = await ana.order(id, 1, 'online');
    await letPass(body);
    expect((await ana.get(`/entradas/orders/${body.uuid}`)).body.status).toBe('EXPIRED');
    const onSale = await app.client().get<{ left: number }[]>(`/entradas?venue_id=${venue.id}`);
    expect(onSale.body).toMatchObject([{ left: 1 }]);
    const bea = await Phone.of(app, make, venue);
    expect((await bea.order(id, 1, 'online')).status).toBe(201);
    expect(await taken(id)).toBe(1);
  });

  it('is ended by the clock once, however many instances look at once', async () => {
    const id = await type({ price: 8_000, capacity: 5 });
    for (let n = 0; n < 3; n += 1) await letPass((await ana.order(id, 1, 'online')).body);
    const clock = app.nest.get(EndOrder, { strict: false });
    await Promise.all(Array.from({ length: 8 }, () => clock.expireDue()));
    expect(await taken(id)).toBe(0);
  });

  it('knows what it is about: kinds on sale, one night, each once, free or not', async () => {
    const free = await type();
    const other = await make.night(venue, { status: 'PLANNED' });
    const elsewhere = await entryType(make, venue, other);
    const hidden = await type({ code: 'AMIGOS' });
    const lines = [free, elsewhere].map((entry_type) => ({ entry_type, qty: 1 }));
    const many = (body: object) => ana.post('/entradas/orders', { pay: 'free', ...body });
    expect(await many({ lines })).toMatchObject({ status: 400, body: { code: 'entry.several_nights' } });
    const twice = [free, free].map((entry_type) => ({ entry_type, qty: 1 }));
    expect(await many({ lines: twice })).toMatchObject({ status: 400, body: { code: 'entry.type_twice' } });
    expect(await ana.order(free, 1, 'wallet')).toMatchObject({ status: 400, body: { code: 'entry.pay_mismatch' } });
    expect(await ana.order(await type({ price: 1 }), 1)).toMatchObject({ body: { code: 'entry.pay_mismatch' } });
    expect(await ana.order(hidden, 1)).toMatchObject({ status: 404, body: { code: 'entry.type_not_found' } });
    expect((await ana.order(hidden, 1, 'free', { code: 'amigos' })).status).toBe(201);
    await make.run('UPDATE entries.entry_types SET is_active = false WHERE id = $1', [free]);
    expect(await ana.order(free, 1)).toMatchObject({ status: 409, body: { code: 'entry.not_on_sale' } });
    const closed = await entryType(make, venue, await make.night(venue, { status: 'CLOSED' }));
    expect(await ana.order(closed, 1)).toMatchObject({ status: 409, body: { code: 'entry.not_on_sale' } });
    const foreign = await make.venue();
    const foreignType = await entryType(make, foreign, await make.night(foreign));
    expect((await ana.order(foreignType, 1)).status).toBe(404);
    for (const qty of [0, -1, 1.5, 101, '2', null]) {
      expect((await many({ lines: [{ entry_type: free, qty }] })).status).toBe(400);
    }
  });

  it('is its guest’s alone', async () => {
    const { body } = await ana.order(await type({ price: 8_000 }), 1, 'online');
    const bea = await Phone.of(app, make, venue);
    for (const name of [body.uuid, body.id]) {
      expect(await bea.get(`/entradas/orders/${name}`)).toMatchObject({ status: 404 });
      expect(await bea.post(`/entradas/orders/${name}/cancel`)).toMatchObject({ status: 404 });
    }
    expect((await bea.get<object[]>('/entradas/orders')).body).toEqual([]);
    expect((await app.client().get(`/entradas/orders/${body.uuid}`)).status).toBe(401);
  });
});

describe('an account with entries and drinks', () => {
  const end = (more: object = {}) =>
    app
      .client()
      .delete<{ code: string; facts: object }>(
        '/customers/profile',
        { password: PASSWORD, ...more },
        { headers: { authorization: `Bearer ${ana.token}` } },
      );

  it('of a night to come is deleted only by somebody who knows what is lost; the QR stays good', async () => {
    const [entry] = await ana.bought(await type(), 2);
    expect(await end()).toMatchObject({
      ...{ status: 409, body: { code: 'customer.things_left', facts: { counts: { entries: 2 } } } },
    });
    expect((await end({ gives_up: true })).status).toBe(200);
    const door = await make.loggedIn(venue, ['door'], 'door');
    const shown = await door.post('/entradas/validate', { qr: entry?.qr }, { key: newId() });
    expect(shown.body).toMatchObject({ verdict: 'valid' });
  });

  it('is not deleted while a page may take the money of an order, and later money makes no entries', async () => {
    const { body } = await ana.order(await type({ price: 8_000 }), 1, 'online');
    expect(await end({ gives_up: true })).toMatchObject({
      ...{ status: 409, body: { code: 'customer.balance_left', facts: { holdings: ['entries'] } } },
    });
    await letPass(body);
    expect((await end()).status).toBe(200);
    await onPage(body, 'approve');
    const entries = await make.run('SELECT FROM entries.entries WHERE order_id = $1', [body.uuid]);
    expect(entries).toEqual([]);
    const admin = await make.loggedIn(venue, ['admin'], 'admin');
    expect((await admin.get('/payment-findings')).body).toMatchObject({ items: [{ kind: 'order_not_possible' }] });
  });

  it('exports both, and nights that are over hold nobody back', async () => {
    await ana.bought(await type({ name: 'General' }));
    const { body } = await ana.get<{ records: object }>('/customers/export');
    expect(body.records).toMatchObject({
      entries: { entries: [{ name: 'General', paid_amount: 0 }], orders: [{ status: 'PAID', lines: [{ qty: 1 }] }] },
      tickets: [{ ticket_type: 'entry' }],
    });
    await make.run(`UPDATE nights.nights SET status = 'CLOSED' WHERE id = $1`, [night.id]);
    expect((await end()).status).toBe(200);
  });
});

describe('eight at once', () => {
  it('get the last entry once', async () => {
    const id = await type({ capacity: 1 });
    const guests = await Promise.all(Array.from({ length: 8 }, () => Phone.of(app, make, venue)));
    const answers = await Promise.all(guests.map((guest) => guest.order(id, 1)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'entry.sold_out')).toHaveLength(7);
    expect(await taken(id)).toBe(1);
  });

  it('take the place of an order whose time is up, once', async () => {
    const id = await type({ capacity: 1, price: 100 });
    await letPass((await ana.order(id, 1, 'online')).body);
    const guests = await Promise.all(Array.from({ length: 8 }, () => Phone.of(app, make, venue)));
    const answers = await Promise.all(guests.map((guest) => guest.order(id, 1, 'online')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await taken(id)).toBe(1);
  });

  it('of one guest stay within the limit a person', async () => {
    const id = await type({ per_person: 2 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => ana.order(id, 1)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      ...{ code: 'entry.limit_exceeded', facts: { limit: 2, left: 0 } },
    });
  });

  it('with several kinds in any order end without a deadlock', async () => {
    const [a, b] = [await type({ capacity: 4 }), await type({ capacity: 4 })];
    const guests = await Promise.all(Array.from({ length: 8 }, () => Phone.of(app, make, venue)));
    const answers = await Promise.all(
      guests.map((guest, n) => {
        const lines = (n % 2 ? [a, b] : [b, a]).map((entry_type) => ({ entry_type, qty: 1 }));
        return guest.post('/entradas/orders', { lines, pay: 'free' });
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 409, 409, 409, 409]);
    expect(await taken(a)).toBe(4);
  });
});

describe('room', () => {
  // Freeing first and holding the wanted kinds afterwards waits in a circle, and one of the two begins again.
  it('is freed and taken without a circle, though one who takes it comes in between', async () => {
    const kinds = [await type({ price: 100 }), await type({ price: 100 })];
    await letPass((await ana.order(kinds[1] as string, 1, 'online')).body);
    const room = app.nest.get(Room, { strict: false });
    const places = kinds.map((entryTypeId) => ({ entryTypeId, qty: 1 }));
    let tries = 0;
    const attempt = (work: (tx: Transaction) => Promise<void>): Promise<void> =>
      app.nest.get(Transactions, { strict: false }).run(async (tx) => {
        tries += 1;
        await work(tx);
        await room.take(tx, places);
        await room.giveBack(tx, places);
      });
    let others: Promise<void> = Promise.resolve();
    await attempt(async (tx) => {
      await room.freeDue(tx, kinds, new Date());
      if (tries > 1) return;
      others = attempt(() => Promise.resolve());
      await untilSomebodyWaits(make);
    });
    await others;
    expect(tries).toBe(2);
  });
});

describe('paying an order on a page', () => {
  it('makes its entries, once, however often it is confirmed', async () => {
    const { body } = await ana.order(await type({ price: 8_000 }), 2, 'online');
    expect(body).toMatchObject({ status: 'PENDING', pay_url: expect.stringMatching(/^http/) as string });
    await onPage(body, 'approve');
    await onPage(body, 'approve').catch(() => undefined);
    const paid = (await ana.get(`/entradas/orders/${body.uuid}`)).body;
    expect(paid).toMatchObject({ status: 'PAID', payment_status: 'APPROVED', pay_url: null });
    expect(paid.entries).toHaveLength(2);
    expect(await ana.post(`/entradas/orders/${body.uuid}/pay`, {})).toMatchObject({
      ...{ status: 409, body: { code: 'entry.order_not_pending' } },
    });
  });

  it('may be tried again while its places are kept, one try at a time', async () => {
    const { body } = await ana.order(await type({ price: 8_000 }), 1, 'online');
    const again = () => ana.post(`/entradas/orders/${body.id}/pay`, {});
    expect(await again()).toMatchObject({ status: 409, body: { code: 'payment.still_open' } });
    await onPage(body, 'decline');
    expect((await again()).body).toMatchObject({
      status: 'PENDING',
      pay_url: expect.stringMatching(/^http/) as string,
    });
    await onPage(body, 'approve');
    expect((await ana.get(`/entradas/orders/${body.uuid}`)).body).toMatchObject({ status: 'PAID' });
    const bea = await Phone.of(app, make, venue);
    expect((await bea.post(`/entradas/orders/${body.id}/pay`, {})).status).toBe(404);
  });

  it('and giving it back brings the money to the card, or to the wallet of whoever wants that', async () => {
    await make.run(`UPDATE nights.nights SET doors_open_at = now() + interval '9 days' WHERE id = $1`, [night.id]);
    const id = await type({ price: 8_000 });
    const balance = async () => (await ana.get<{ balance: number }>('/wallet/balance')).body.balance;
    const paid = async () => {
      const { body } = await ana.order(id, 1, 'online');
      await onPage(body, 'approve');
      return body;
    };
    const giveBack = async (to: string) => {
      const order = await paid();
      expect((await ana.post(`/entradas/orders/${order.uuid}/refund`, { to })).body).toMatchObject({
        ...{ status: 'REFUNDED', refunded_amount: 8_000 },
      });
      await app.nest.get(PaymentClock, { strict: false }).tick();
      return make.run<{ status: string }>(
        'SELECT r.status FROM payments.refunds r JOIN payments.intents i ON i.id = r.intent_id WHERE i.order_id = $1',
        [order.uuid],
      );
    };
    expect(await giveBack('original')).toEqual([{ status: 'DONE' }]);
    expect(await balance()).toBe(0);
    expect(await giveBack('wallet')).toEqual([]);
    expect(await balance()).toBe(8_000);
  });

  it('and given back to a card that refuses it becomes balance, once, above what a guest may bring a day', async () => {
    await make.run(`UPDATE nights.nights SET doors_open_at = now() + interval '9 days' WHERE id = $1`, [night.id]);
    const { body } = await ana.order(await type({ price: 160_000 }), 2, 'online');
    await onPage(body, 'approve');
    const [row] = await make.run<{ external_id: string }>(
      'SELECT external_id FROM payments.intents WHERE order_id = $1',
      [body.uuid],
    );
    await klap.giveBackElsewhere(row?.external_id ?? '');
    await ana.post(`/entradas/orders/${body.uuid}/refund`, { to: 'original' });
    const clock = app.nest.get(PaymentClock, { strict: false });
    await clock.tick();
    await clock.tick();
    expect((await ana.get<{ balance: number }>('/wallet/balance')).body.balance).toBe(320_000);
    const refunds = await make.run(
      'SELECT r.status FROM payments.refunds r JOIN payments.intents i ON i.id = r.intent_id WHERE i.order_id = $1',
      [body.uuid],
    );
    expect(refunds).toEqual([{ status: 'REFUSED' }]);
    const admin = await make.loggedIn(venue, ['admin'], 'admin');
    expect((await admin.get('/payment-findings')).body).toMatchObject({ items: [{ kind: 'refund_in_wallet' }] });
  });

  it('late is honoured while there is room', async () => {
    const id = await type({ price: 8_000, capacity: 1 });
    const { body } = await ana.order(id, 1, 'online');
    await letPass(body);
    await app.nest.get(EndOrder, { strict: false }).expireDue();
    expect(await taken(id)).toBe(0);
    await onPage(body, 'approve');
    expect((await ana.get(`/entradas/orders/${body.uuid}`)).body).toMatchObject({ status: 'PAID' });
    expect(await taken(id)).toBe(1);
  });

  it('late is due back when somebody else has the place, and a person is told', async () => {
    const id = await type({ price: 8_000, capacity: 1 });
    const { body } = await ana.order(id, 1, 'online');
    await letPass(body);
    const bea = await Phone.of(app, make, venue);
    expect((await bea.order(id, 1, 'online')).status).toBe(201);
    await onPage(body, 'approve');
    const order = (await ana.get(`/entradas/orders/${body.uuid}`)).body;
    expect(order).toMatchObject({ status: 'EXPIRED', is_refund_due: true, entries: [] });
    const admin = await make.loggedIn(venue, ['admin'], 'admin');
    const list = await admin.get('/entry-orders?refund_due=true');
    expect(list.body).toMatchObject({ items: [{ uuid: body.uuid, customer_id: ana.guest.id }], next_cursor: null });
    const findings = await admin.get('/payment-findings');
    expect(findings.body).toMatchObject({ items: [{ kind: 'order_not_possible' }] });
    const stranger = await make.loggedIn(await make.venue(), ['admin'], 'admin');
    expect((await stranger.get('/entry-orders')).body).toMatchObject({ items: [] });
  });
});
