import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { GetnetWebSimulator } from './getnet-web-simulator';
import { KlapSimulator } from './klap-simulator';

/** What either service tells, as far as these tests look at it. */
interface Told {
  readonly status: { status: string; reason: string; message: string };
  readonly requestId: number;
  readonly processUrl: string;
  readonly payment: { status: { status: string }; internalReference: number }[];
  readonly code: string;
}

interface ToldOrder {
  readonly order_id: string;
  readonly redirect_url: string;
  readonly status: string;
  readonly payment_details: { key: string; value: string }[];
}

async function post<T = Told>(url: string, json: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });
  return { status: response.status, body: (await response.json()) as T };
}

/** A guest's click: the browser posts the form and is sent somewhere. */
async function click(pageUrl: string, press: string, fault = 'none') {
  const response = await fetch(pageUrl, {
    method: 'POST',
    body: new URLSearchParams({ press, fault }),
    redirect: 'manual',
  });
  return { status: response.status, location: response.headers.get('location') };
}

/** A shop whose answer to a notification can be chosen. */
class Shop {
  received: unknown[] = [];
  answer: { status: number; body: string } = { status: 200, body: '{"status":"ok"}' };
  url = '';
  onNotice: () => Promise<void> = async () => undefined;
  private server: Server | undefined;

  async open(): Promise<void> {
    this.server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => (text += part.toString()));
      request.on('end', () => {
        this.received.push(JSON.parse(text));
        void this.onNotice().then(() => response.writeHead(this.answer.status).end(this.answer.body));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server?.close(() => resolve());
      this.server?.closeAllConnections();
    });
  }
}

const shop = new Shop();

beforeEach(async () => {
  await shop.open();
  shop.received = [];
  shop.answer = { status: 200, body: '{"status":"ok"}' };
  shop.onNotice = async () => undefined;
});
afterEach(() => shop.close());

describe('the simulated Getnet Web Checkout', () => {
  let simulator: GetnetWebSimulator;
  let base: string;
  let time: Date;

  beforeEach(async () => {
    time = new Date('2026-03-02T01:15:30Z');
    const keys = { login: 'login-example', secretKey: 'SECRET-EXAMPLE' };
    simulator = new GetnetWebSimulator({ ...keys, notifyUrl: shop.url, attempts: 2, now: () => time });
    base = await simulator.listen();
  });
  afterEach(() => simulator.close());

  function auth(changes: Record<string, string> = {}) {
    const seed = changes.seed ?? time.toISOString();
    const tranKey = createHash('sha256').update(`0123456789abcdef${seed}SECRET-EXAMPLE`).digest('base64');
    return { login: 'login-example', tranKey, nonce: 'MDEyMzQ1Njc4OWFiY2RlZg==', seed, ...changes };
  }

  function create(changes: Record<string, unknown> = {}) {
    return post(`${base}/api/session`, {
      auth: auth(),
      locale: 'es_CL',
      payment: {
        reference: 'TICKET-1',
        description: 'Preventa <b>x2</b>',
        amount: { currency: 'CLP', total: 12_000 },
        allowPartial: false,
      },
      returnUrl: 'https://club.example/ok',
      cancelUrl: 'https://club.example/no',
      ipAddress: '203.0.113.9',
      userAgent: 'Mozilla/5.0',
      ...changes,
    });
  }

  it.each([
    ['100', { nonce: '%' }],
    ['101', { login: 'somebody' }],
    ['102', { tranKey: 'bm8=' }],
    ['103', { seed: '2026-03-02T01:10:29Z' }],
    ['103', { seed: '2026-03-02T01:20:31Z' }],
  ])('refuses an authentication with reason %s', async (reason, changes) => {
    const { status, body } = await create({ auth: auth(changes) });
    expect([status, body.status]).toMatchObject([
      401,
      { status: 'FAILED', message: `Authentication failed ${reason}` },
    ]);
  });

  it('refuses a session that would end in less than five minutes', async () => {
    expect((await create({ expiration: '2026-03-02T01:20:29Z' })).status).toBe(400);
    expect((await create({ expiration: '2026-03-02T01:20:30Z' })).status).toBe(200);
  });

  it('lets a guest try another card, pay, and go back to the shop', async () => {
    const { body } = await create();
    expect(await click(body.processUrl, 'decline')).toEqual({
      status: 303,
      location: new URL(body.processUrl).pathname,
    });
    expect(await (await fetch(body.processUrl)).text()).toContain('La tarjeta fue rechazada');
    expect(await click(body.processUrl, 'approve')).toEqual({ status: 303, location: 'https://club.example/ok' });
    expect(await (await fetch(body.processUrl)).text()).toContain('Este pago ya terminó');
    const session = (await post(`${base}/api/session/${body.requestId}`, { auth: auth() })).body;
    expect(session.status.status).toBe('APPROVED');
    expect(session.payment.map((payment) => payment.status.status)).toEqual(['REJECTED', 'APPROVED']);
  });

  it('sends who gives up to the address for that', async () => {
    const { body } = await create();
    expect(await click(body.processUrl, 'cancel')).toEqual({ status: 303, location: 'https://club.example/no' });
  });

  it('shows the page only to who has its address, and what the shop wrote as text', async () => {
    const { body } = await create();
    expect((await fetch(`${base}/session/${body.requestId}/0000`)).status).toBe(404);
    expect(await (await fetch(body.processUrl)).text()).toContain('Preventa &lt;b&gt;x2&lt;/b&gt;');
  });

  it('ends a session by itself when its time is over', async () => {
    const { body } = await create();
    time = new Date('2026-03-02T01:45:30Z');
    const session = (await post(`${base}/api/session/${body.requestId}`, { auth: auth() })).body;
    expect(session.status).toMatchObject({ status: 'REJECTED', reason: 'EX' });
    await expect(simulator.press(String(body.requestId), 'approve')).rejects.toThrow('not waiting');
  });

  it('gives back only the whole before the bank has settled', async () => {
    const { body } = await create();
    await simulator.press(String(body.requestId), 'approve');
    const [payment] = (await post(`${base}/api/session/${body.requestId}`, { auth: auth() })).body.payment;
    const reverse = { auth: auth(), internalReference: payment?.internalReference, action: 'reverse' };
    const part = { ...reverse, amount: { currency: 'CLP', total: 5_000 } };
    expect((await post(`${base}/api/transaction`, part)).status).toBe(400);
    expect((await post(`${base}/api/reverse`, reverse)).status).toBe(200);
    const again = await post(`${base}/api/transaction`, reverse);
    expect(again.body.status.message).toBe('Transaction already refunded');
  });

  it('goes wrong as another process tells it', async () => {
    expect((await post(`${base}/simulator/faults`, { answers: ['error_500'], notices: ['lose'] })).status).toBe(200);
    expect((await post(`${base}/simulator/faults`, { answers: ['explode'] })).status).toBe(400);
    expect((await create()).status).toBe(500);
    const { body } = await create();
    await simulator.press(String(body.requestId), 'approve');
    expect(shop.received).toHaveLength(0);
  });
});

describe('the simulated Klap', () => {
  let simulator: KlapSimulator;
  let base: string;
  const headers = { apikey: 'APIKEY-EXAMPLE' };

  async function open(options: { confirmTimeoutMs?: number }): Promise<void> {
    simulator = new KlapSimulator({ apikey: 'APIKEY-EXAMPLE', ...options });
    base = `${await simulator.listen()}/payment-gateway/v1/orders`;
  }

  beforeEach(async () => {
    await open({});
  });
  afterEach(() => simulator.close());

  function request(changes: Record<string, unknown> = {}) {
    return {
      reference_id: 'VTA-1',
      description: 'Preventa',
      user: { email: 'ana@example.cl', first_name: 'Ana', last_name: 'Soto' },
      amount: { currency: 'CLP', total: 12_000 },
      methods: ['tarjetas'],
      customs: [{ key: 'tarjetas_expiration_minutes', value: '15' }],
      urls: { return_url: 'https://club.example/ok', cancel_url: 'https://club.example/no' },
      webhooks: { webhook_confirm: `${shop.url}/confirm`, webhook_reject: `${shop.url}/reject` },
      ...changes,
    };
  }

  async function order() {
    return (await post<ToldOrder>(base, request(), headers)).body;
  }

  async function read(id: string) {
    return (await (await fetch(`${base}/${id}`, { headers })).json()) as ToldOrder;
  }

  it('refuses a wrong key with 403001', async () => {
    const { status, body } = await post(base, request(), { apikey: 'guess' });
    expect([status, body.code]).toEqual([403, '403001']);
  });

  it.each([
    ['400003', { reference_id: 'x'.repeat(101) }],
    ['400006', { methods: ['tarjetas', 'tarjetas'] }],
    ['400007', { methods: ['efectivo'] }],
    ['400009', { customs: [] }],
    ['400010', { amount: { currency: 'CLP', total: 49 } }],
    ['400010', { amount: { currency: 'CLP', total: 100_000_000 } }],
    ['400010', { amount: { currency: 'CLP', total: 100.5 } }],
    ['400011', { amount: { currency: 'CLP' } }],
    ['400000', { user: { email: 'ana@example.cl', first_name: 'Ana' } }],
  ])('refuses an order with %s', async (code, changes) => {
    const { status, body } = await post(base, request(changes), headers);
    expect([status, body.code]).toEqual([400, code]);
  });

  it('reads pending while it waits for the shop, and completed after its answer', async () => {
    const { order_id: id, redirect_url: page } = await order();
    let meanwhile = '';
    shop.onNotice = async () => void (meanwhile = (await read(id)).status);
    expect(await click(page, 'approve')).toEqual({ status: 303, location: 'https://club.example/ok' });
    expect([meanwhile, (await read(id)).status]).toEqual(['pending', 'completed']);
  });

  it.each([
    ['refuses', { status: 409, body: '{"status":"no"}' }],
    ['fails', { status: 500, body: '{}' }],
    ['does not speak JSON', { status: 200, body: 'OK' }],
  ])('takes the payment back when the shop %s', async (_what, answer) => {
    shop.answer = answer;
    const { order_id: id, redirect_url: page } = await order();
    expect(await click(page, 'approve')).toEqual({ status: 303, location: 'https://club.example/no' });
    const told = await read(id);
    expect(told).toMatchObject({ status: 'refund', refundable_amount: 0 });
    expect(told.payment_details).toContainEqual({ key: 'code', value: '100100' });
  });

  it('takes the payment back when the shop does not answer in time', async () => {
    await simulator.close();
    await open({ confirmTimeoutMs: 100 });
    shop.onNotice = () => new Promise(() => undefined);
    const { order_id: id, redirect_url: page } = await order();
    await click(page, 'approve');
    expect((await read(id)).status).toBe('refund');
  });

  it('tells the shop of a payment that was rejected', async () => {
    const { order_id: id, redirect_url: page } = await order();
    await click(page, 'decline');
    expect(shop.received).toEqual([
      { order_id: id, reference_id: 'VTA-1', code: '100005', message: 'Rechazada por el emisor' },
    ]);
  });

  it('goes wrong as the guest chose on the page', async () => {
    const { order_id: id, redirect_url: page } = await order();
    await click(page, 'approve', 'lose');
    expect([shop.received.length, (await read(id)).status]).toEqual([0, 'refund']);
  });
});
