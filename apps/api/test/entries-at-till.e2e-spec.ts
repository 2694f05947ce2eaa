import { Room } from '@libs/entries/domain';
import { newId, Transactions } from '@libs/kernel';
import { brokenBooks, entryType, useTestApp } from './support';
import { GuestOut } from './support/guest';
import { Club, Product } from './support/till';
import { untilSomebodyWaits } from './support/waiting';

interface Sold {
  readonly items: readonly {
    readonly name: string;
    readonly qr: string;
    readonly is_void: boolean;
    readonly paid_amount: number;
  }[];
}
type Client = Awaited<ReturnType<Club['make']['loggedIn']>>;

const app = useTestApp();
let club: Club;
let product: Product;
let session: { id: string };
let type: string;
let door: Client;

const taken = async (): Promise<number | undefined> =>
  (await club.make.run<{ taken: number }>('SELECT taken FROM entries.entry_types WHERE id = $1', [type]))[0]?.taken;
const entriesOf = async (saleId: string): Promise<Sold['items']> =>
  (await club.cashier.get<Sold>(`/entradas/of-sale/${saleId}`)).body.items;
const cancel = async (id: string, more: object = {}) =>
  club.post(`/sales/${id}/cancel`, {
    reason: 'se arrepintió',
    step_up_token: await club.stepUp('sale.cancel'),
    ...more,
  });
const letIn = (qr: string) => door.post<{ verdict: string }>('/entradas/validate', { qr }, { key: newId() });

beforeEach(async () => {
  club = await Club.open(app.current);
  product = await club.product({ price: 10_000 });
  session = await club.session();
  const night = { id: club.nightId };
  type = await entryType(club.make, club.venue, night, {
    name: 'Puerta',
    price: 9_000,
    capacity: 3,
    product_id: product.id,
  });
  door = await club.make.loggedIn(club.venue, ['door'], 'door');
});

/** Of the stock, which the club's fixtures put on the shelf without a movement, nothing is said here. */
afterEach(async () => {
  const broken = await brokenBooks(app.current);
  expect(broken.filter((line) => !line.startsWith('stock-'))).toEqual([]);
});

describe('an entry sold at a till', () => {
  it('is in the books of its session, at the price of the till, with a QR for each person and nothing for a bar', async () => {
    const { status, body } = await club.sell(session.id, product, { qty: 2 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ total_amount: 20_000, ticket: null });
    const items = await entriesOf(body.id);
    expect(items).toMatchObject([
      { name: 'Puerta', paid_amount: 10_000 },
      { name: 'Puerta', paid_amount: 10_000 },
    ]);
    expect(await taken()).toBe(2);
    for (const { qr } of items) expect((await letIn(qr)).body.verdict).toBe('valid');
    await club.count(session.id, 70_000);
    const closed = await club.post(`/register-sessions/${session.id}/close`, {});
    expect(closed.body).toMatchObject({ status: 'CLOSED' });
    const stranger = await club.make.loggedIn(await club.make.venue(), ['cashier'], 'register');
    expect((await stranger.get(`/entradas/of-sale/${body.id}`)).status).toBe(404);
  });

  it('goes with drinks in one sale: the bar gets a ticket of the drinks alone', async () => {
    const drink = await club.product({ price: 5_000 });
    const lines = [product, drink].map(({ id }) => ({ product_id: id, qty: 1 }));
    const payments = [{ method: 'cash', amount: 15_000 }];
    const { body } = await club.sell(session.id, product, { body: { lines, payments } });
    expect(body.ticket.items).toHaveLength(1);
    expect(await entriesOf(body.id)).toHaveLength(1);
    expect((await club.cashier.get(`/entradas/of-sale/${newId()}`)).status).toBe(404);
  });

  it('is refused with its sale when there is no room, and the till knew it beforehand', async () => {
    const quote = await club.cashier.post('/sales/quote', {
      register_session_id: session.id,
      lines: [{ product_id: product.id, qty: 4 }],
    });
    expect(quote.body).toMatchObject({ shortages: [{ product_id: product.id, left: 3 }] });
    expect(await club.sell(session.id, product, { qty: 4 })).toMatchObject({
      ...{ status: 409, body: { code: 'entry.sold_out', facts: { name: 'Puerta', left: 3 } } },
    });
    expect(await taken()).toBe(0);
  });

  it('is never sold more often than there is room, by eight at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => club.sell(session.id, product)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(await taken()).toBe(3);
  });

  // Holding the stock or the balance first waits in a circle with who cancels such a sale, or orders the same on a phone.
  it.each(['cash', 'wallet'])('paid by %s waits for its room before it holds balance or stock', async (method) => {
    const ana = await GuestOut.in(club);
    await ana.topUp(20_000);
    const cashier = await club.make.loggedIn(club.venue, ['cashier'], 'register');
    const till = await club.session({ methods: ['cash', 'wallet'], as: cashier });
    const token = method === 'wallet' ? { wallet_token: await ana.tokenAt(cashier) } : {};
    const payments = [{ method, amount: 10_000, ...token }];
    const room = app.current.nest.get(Room, { strict: false });
    let selling: Promise<{ status: number }> = Promise.resolve({ status: 0 });
    await app.current.nest.get(Transactions, { strict: false }).run(async (tx) => {
      await room.giveBack(tx, [{ entryTypeId: type, qty: 0 }]);
      selling = club.sell(till.id, product, { as: cashier, body: { payments } });
      await untilSomebodyWaits(club.make);
      await club.make.run('SELECT FROM inventory.stock_levels WHERE ingredient_id = $1 FOR UPDATE NOWAIT', [
        product.ingredientId,
      ]);
      await club.make.run(
        `SELECT FROM wallet.balances b JOIN wallet.accounts a ON a.id = b.account_id WHERE a.customer_id = $1
         FOR UPDATE OF b NOWAIT`,
        [ana.id],
      );
    });
    expect((await selling).status).toBe(201);
  });

  it('is sold once a key', async () => {
    const key = newId();
    const first = await club.sell(session.id, product, { key });
    const again = await club.sell(session.id, product, { key });
    expect(again.body).toEqual(first.body);
    expect(await taken()).toBe(1);
  });

  it('is void with its cancelled sale, and its place free; who came in already stops the cancellation', async () => {
    const { body } = await club.sell(session.id, product, { qty: 2 });
    const [one] = await entriesOf(body.id);
    await letIn(one?.qr ?? '');
    expect(await cancel(body.id)).toMatchObject({
      status: 409,
      body: { code: 'entry.already_used', facts: { used: 1 } },
    });
    expect((await cancel(body.id, { despite_delivery: true })).status).toBe(200);
    expect((await entriesOf(body.id)).map(({ is_void }) => is_void).sort()).toEqual([false, true]);
    expect(await taken()).toBe(1);
    const other = await club.sell(session.id, product);
    expect((await cancel(other.body.id)).status).toBe(200);
    const [dead] = await entriesOf(other.body.id);
    expect((await letIn(dead?.qr ?? '')).body.verdict).toBe('void');
  });

  it('stands with what its guest bought, also in a sale of nothing else', async () => {
    const ana = await GuestOut.in(club);
    const drink = await club.product({ price: 5_000 });
    const named = async (lines: object[], amount: number) =>
      (
        await club.sell(session.id, product, {
          body: { lines, payments: [{ method: 'cash', amount }], customer_token: await ana.tokenAt() },
        })
      ).body;
    const alone = await named([{ product_id: product.id, qty: 2 }], 20_000);
    const both = await named(
      [product, drink].map(({ id }) => ({ product_id: id, qty: 1 })),
      15_000,
    );
    const { body } = await ana.get<{ uuid: string; ticket_uuid: string; display_code: string }[]>('/sales/mine');
    expect(body).toMatchObject([
      { uuid: both.id, ticket_uuid: both.ticket.id },
      { uuid: alone.id, total_amount: 20_000, lines: [{ qty: 2 }] },
    ]);
    const entries = (await ana.get<{ display_code: string }[]>('/entradas/mine')).body;
    expect(entries.map(({ display_code: code }) => code)).toContain(body[1]?.display_code);
  });

  it('is the guest’s who scans its paper: it stands with their entries and opens the door by their own QR', async () => {
    const [ana, leo] = [await GuestOut.in(club), await GuestOut.in(club)];
    const { body } = await club.sell(session.id, product, { qty: 2 });
    const [one, other] = await entriesOf(body.id);
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 ? ana : leo).post('/tickets/claim', { qr: one?.qr })),
    );
    expect(claims.filter(({ status }) => status === 200)).toHaveLength(4);
    const owner = claims[1]?.status === 200 ? ana : leo;
    const loser = owner === ana ? leo : ana;
    expect((await owner.get<object[]>('/entradas/mine')).body).toMatchObject([{ status: 'VALID', qr: one?.qr }]);
    expect((await loser.get<object[]>('/entradas/mine')).body).toEqual([]);
    const shown = { customer_token: await owner.tokenAt(door) };
    expect((await door.post('/entradas/validate', shown, { key: newId() })).body).toMatchObject({ verdict: 'valid' });
    expect((await letIn(one?.qr ?? '')).body.verdict).toBe('used');
    await cancel(body.id, { despite_delivery: true });
    expect(await loser.post('/tickets/claim', { qr: other?.qr })).toMatchObject({
      status: 409,
      body: { code: 'ticket.void' },
    });
    expect((await loser.get<object[]>('/entradas/mine')).body).toEqual([]);
  });

  it('that came in before its sale was cancelled has come in: its check-in is not taken back', async () => {
    const { body } = await club.sell(session.id, product);
    const [one] = await entriesOf(body.id);
    const came = await door.post<{ crossing_id: string }>('/entradas/validate', { qr: one?.qr }, { key: newId() });
    const supervisor = await club.make.loggedIn(club.venue, ['supervisor'], 'door');
    const undo = (crossing_id: string) =>
      supervisor.post('/entradas/undo', { crossing_id, reason: 'otra persona' }, { key: newId() });
    expect((await cancel(body.id, { despite_delivery: true })).status).toBe(200);
    expect(await undo(came.body.crossing_id)).toMatchObject({ status: 409, body: { code: 'door.sale_cancelled' } });
    expect((await letIn(one?.qr ?? '')).body.verdict).toBe('used');
    const left = await door.post<{ crossing_id: string }>('/entradas/exit', { qr: one?.qr }, { key: newId() });
    expect((await undo(left.body.crossing_id)).status).toBe(200);
  });

  it('of which one was taken back at the door while its sale is cancelled lets nobody in', async () => {
    const supervisor = await club.make.loggedIn(club.venue, ['supervisor'], 'door');
    const { body } = await club.sell(session.id, product, { qty: 2 });
    for (const { qr } of await entriesOf(body.id)) {
      const came = await door.post<{ crossing_id: string }>('/entradas/validate', { qr }, { key: newId() });
      const undo = { crossing_id: came.body.crossing_id, reason: 'otra persona' };
      await Promise.all([
        supervisor.post('/entradas/undo', undo, { key: newId() }),
        cancel(body.id, { despite_delivery: true }),
      ]);
    }
  });

  it('of a till that only tries things out lets nobody in', async () => {
    const cashier = await club.make.loggedIn(club.venue, ['cashier'], 'register');
    const test = await club.session({ isTest: true, as: cashier });
    const { status, body } = await club.sell(test.id, product, { as: cashier });
    expect(status).toBe(201);
    expect((await cashier.get(`/entradas/of-sale/${body.id}`)).status).toBe(404);
    expect(await taken()).toBe(0);
  });
});
