import { createHash } from 'node:crypto';
import { DomainError, newId, Transaction, Transactions } from '@libs/kernel';
import { OrderPayment, OrderSettlements, OrderSettler, StartOrderPayment, Unpaid } from '@libs/payments/application';
import { PaymentClock } from '@libs/payments/infrastructure';
import { KlapSimulator } from '../../../tools/providers/klap-simulator';
import { Fixtures, freePort, Guest, HttpClient, startTestApp, TestApp, Venue } from './support';

/** Entries as a test knows them: it writes down what it was told, in the payment's own transaction. */
class EntryDesk extends OrderSettler {
  readonly kind = 'entry_order';
  readonly settled: string[] = [];
  readonly refusals: string[] = [];
  readonly released: Unpaid[] = [];
  readonly failed: string[] = [];
  isSoldOut = false;

  async settle(_: Transaction, { order }: OrderPayment): Promise<void> {
    if (this.isSoldOut) throw new DomainError('wallet.limit_exceeded', 'conflict');
    this.settled.push(order.id);
    await Promise.resolve();
  }

  async refused(_: Transaction, __: OrderPayment, code: string): Promise<void> {
    this.refusals.push(code);
    await Promise.resolve();
  }

  async release(_: Transaction, __: OrderPayment, outcome: Unpaid): Promise<void> {
    this.released.push(outcome);
    await Promise.resolve();
  }

  async refundFailed(_: Transaction, { id }: { id: string }): Promise<boolean> {
    this.failed.push(id);
    return Promise.resolve(true);
  }
}

interface IntentBody {
  readonly id: string;
  readonly status: string;
  readonly flag: string | null;
  readonly taken_at: string | null;
  readonly register_name: string | null;
  readonly employee: unknown;
  readonly sale_id: string | null;
  readonly reference: string;
  readonly order: { readonly kind: string; readonly customer_name: string } | null;
  readonly history: readonly { readonly act: string }[];
}

describe('a payment for an order that no till stands behind', () => {
  let app: TestApp;
  let klap: KlapSimulator;
  let make: Fixtures;
  let venue: Venue;
  let guest: Guest;
  let admin: HttpClient;
  let desk: EntryDesk;

  beforeAll(async () => {
    klap = new KlapSimulator({ apikey: 'APIKEY-EXAMPLE', confirmTimeoutMs: 2_000 });
    const port = String(await freePort());
    const origin = { PORT: port, PUBLIC_ORIGIN: `http://127.0.0.1:${port}` };
    app = await startTestApp({ ...origin, KLAP_URL: await klap.listen(), KLAP_APIKEY: 'APIKEY-EXAMPLE' });
    make = new Fixtures(app);
    venue = await make.venue();
    guest = await make.customer(venue);
    admin = await make.session(await make.admin(venue), 'admin');
  });
  beforeEach(() => {
    desk = new EntryDesk();
    app.nest.get(OrderSettlements).add(desk);
  });
  afterAll(async () => {
    await app.close();
    await klap.close();
  });

  const start = (orderId: string, amount = 20_000): Promise<string> =>
    app.nest.get(Transactions).run((tx) =>
      app.nest.get(StartOrderPayment).begin(tx, {
        order: { kind: 'entry_order', id: orderId, customerId: guest.id },
        ...{ venueId: venue.id, nightId: null, amount, provider: 'klap' },
        by: { employeeId: null, employeeName: null, deviceId: null, ip: '127.0.0.1' },
      }),
    );

  async function begun(amount = 20_000) {
    const orderId = newId();
    const id = await start(orderId, amount);
    const visit = { description: 'Dos entradas', ip: '127.0.0.1', userAgent: 'test' };
    const state = await app.nest.get(StartOrderPayment).open(id, visit);
    const [row] = await make.run<{ external_id: string }>('SELECT external_id FROM payments.intents WHERE id = $1', [
      id,
    ]);
    return { orderId, id, state, externalId: row?.external_id ?? '' };
  }

  const intent = async (id: string): Promise<IntentBody> =>
    (await admin.get<IntentBody>(`/payment-intents/${id}`)).body;

  function confirm({ reference }: IntentBody, externalId: string, amount = 20_000) {
    const apikey = createHash('sha256').update(`${reference}${externalId}APIKEY-EXAMPLE`).digest('hex');
    const notice = { order_id: externalId, reference_id: reference, amount };
    return app.client().post('/webhooks/klap/confirm', notice, { headers: { apikey } });
  }

  it('is paid on a page, settles its order, and stands in the list of payments without a till', async () => {
    const { orderId, id, state, externalId } = await begun();
    expect(state).toMatchObject({ status: 'READY', payUrl: expect.stringMatching(/^http/) });
    await klap.press(externalId, 'approve');
    expect(await intent(id)).toMatchObject({
      ...{ status: 'APPROVED', flag: null, register_name: null, employee: null, sale_id: null },
      ...{ taken_at: expect.any(String), order: { kind: 'entry_order', customer_name: expect.any(String) } },
    });
    expect(desk.settled).toEqual([orderId]);
    const { body } = await admin.get<{ items: IntentBody[] }>('/payment-intents');
    expect(body.items.map((item) => item.id)).toContain(id);
  });

  // Naive code (read, then approve) settles the order more than once.
  it('settles its order once, however many confirmations arrive at the same moment', async () => {
    const { orderId, id, externalId } = await begun();
    const before = await intent(id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(before, externalId)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(desk.settled).toEqual([orderId]);
    expect((await intent(id)).history.filter(({ act }) => act === 'approve')).toHaveLength(1);
  });

  it('is flagged for a person when its order does not take it, and the order hears why', async () => {
    desk.isSoldOut = true;
    const { id, externalId } = await begun();
    await klap.press(externalId, 'approve');
    expect(await intent(id)).toMatchObject({ status: 'APPROVED', flag: 'order_not_possible', taken_at: null });
    expect(desk.refusals).toEqual(['wallet.limit_exceeded']);
    const { body } = await admin.get<{ items: { kind: string; intent_id: string }[] }>('/payment-findings');
    expect(body.items).toContainEqual(expect.objectContaining({ kind: 'order_not_possible', intent_id: id }));
  });

  it('tells its order when nobody paid in time, so that what it held is free again', async () => {
    const { id, externalId } = await begun();
    await klap.expire(externalId);
    await make.run('UPDATE payments.intents SET next_query_at = now() WHERE id = $1', [id]);
    await app.nest.get(PaymentClock).tick();
    expect((await intent(id)).status).toBe('EXPIRED');
    expect(desk.released).toEqual(['EXPIRED']);
  });

  it('ends by itself when its page was never opened', async () => {
    const id = await start(newId());
    await make.run(`UPDATE payments.intents SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    await app.nest.get(PaymentClock).tick();
    expect((await intent(id)).status).toBe('EXPIRED');
    expect(desk.released).toEqual(['EXPIRED']);
  });

  it('that staff cancelled is refused at its confirmation, and settles nothing', async () => {
    const { id, externalId } = await begun();
    const before = await intent(id);
    await admin.post(`/payment-intents/${id}/cancel`, {}, { key: newId() });
    expect((await confirm(before, externalId)).status).toBe(409);
    expect(desk.settled).toEqual([]);
  });

  it('is begun once for an order while another attempt is open, also by eight at the same moment', async () => {
    const orderId = newId();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => start(orderId)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(start(orderId)).rejects.toMatchObject({ code: 'payment.still_open' });
  });
});
