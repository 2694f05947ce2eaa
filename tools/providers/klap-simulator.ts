import { createHash, randomUUID } from 'node:crypto';
import { type Call, HttpSimulator, type Reply, type SimulatorOptions } from './http-simulator';
import { type KlapNo, minutesToPay, type OrderRequest, readOrderRequest, readRefund } from './klap-wire';
import type { Notice } from './notice-post';
import { endedPage, payPage, type Press, readPress } from './pay-page';

export interface KlapSimulatorOptions extends SimulatorOptions {
  readonly apikey: string;
  /** How long Klap waits for the shop to confirm before it takes the payment back: ten seconds in the internet. */
  readonly confirmTimeoutMs?: number;
}

type OrderStatus = 'pending' | 'completed' | 'rejected' | 'canceled' | 'expired' | 'refund';

interface Order {
  readonly id: string;
  readonly request: OrderRequest;
  readonly mcCode: string;
  endsAt: number;
  status: OrderStatus;
  code: string;
  message: string;
  refunded: number;
  /** A guest has pressed approve and the shop has not answered yet; the order still reads pending. */
  confirming: boolean;
}

type WebhookBody = Readonly<Record<string, string | number>> & { order_id: string; reference_id: string };

const NAME = 'Klap Checkout';
const COLOUR = '#4b1fa8';
const ORDERS = '/payment-gateway/v1/orders';
const CARD = { card_type: 'credito', brand: 'visa', last_digits: '0042' };

/** Klap Checkout as its documentation and its users describe it; see {@link HttpSimulator} for the faults. */
export class KlapSimulator extends HttpSimulator {
  private readonly orders = new Map<string, Order>();

  constructor(private readonly options: KlapSimulatorOptions) {
    super(options);
  }

  async press(externalId: string, press: Press): Promise<void> {
    const order = this.current(externalId);
    if (order?.status !== 'pending' || order.confirming) {
      throw new Error(`Order ${externalId} is not waiting for a guest`);
    }
    if (press === 'approve') await this.confirm(order);
    else if (press === 'decline') await this.reject(order, 'rejected', '100005', 'Rechazada por el emisor');
    else await this.reject(order, 'canceled', '100001', 'Anulada por el usuario');
  }

  /** Somebody gives the money back in the provider's own portal: a refund that is asked for later is refused. */
  giveBackElsewhere(externalId: string): Promise<void> {
    const order = this.orders.get(externalId);
    if (order?.status !== 'completed') return Promise.reject(new Error(`Order ${externalId} was not paid`));
    Object.assign(order, { status: 'refund', refunded: order.request.amount.total });
    return Promise.resolve();
  }

  async expire(externalId: string): Promise<void> {
    const order = this.orders.get(externalId);
    if (order?.status !== 'pending') throw new Error(`Order ${externalId} cannot run out`);
    order.endsAt = this.now().getTime();
    await this.reject(order, 'expired', '100002', 'Orden expirada');
  }

  protected isApi(path: string): boolean {
    return path.startsWith('/payment-gateway/');
  }

  protected async handle(call: Call): Promise<Reply> {
    const page = /^\/pay\/([\w-]+)$/.exec(call.path);
    if (page) return this.page(call, this.current(page[1] ?? ''));
    if (!this.isApi(call.path)) return no(404, { code: '404000', message: 'not found' });
    if (call.headers['apikey'] !== this.options.apikey)
      return no(403, { code: '403001', message: 'apikey is not valid' });
    if (call.method === 'POST' && call.path === ORDERS) return this.create(call.json);
    const asked = new RegExp(`^${ORDERS}/([\\w-]+)(/refund)?$`).exec(call.path);
    const order = this.current(asked?.[1] ?? '');
    if (!order) return no(404, { code: '404000', message: 'order not found' });
    if (asked?.[2] && call.method === 'POST') return this.refund(order, call.json);
    return { status: 200, json: this.told(order) };
  }

  private create(json: unknown): Reply {
    const request = readOrderRequest(json);
    if ('code' in request) return no(400, request);
    const used = [...this.orders.values()].some((other) => other.request.reference_id === request.reference_id);
    if (used) return no(400, { code: '400003', message: 'reference_id has been used' });
    const order: Order = {
      id: randomUUID(),
      request,
      mcCode: `MC-${String(this.orders.size + 1).padStart(6, '0')}`,
      endsAt: this.now().getTime() + minutesToPay(request) * 60_000,
      status: 'pending',
      code: '',
      message: '',
      refunded: 0,
      confirming: false,
    };
    this.orders.set(order.id, order);
    return { status: 201, json: { ...this.told(order), redirect_url: this.pageUrl(order) } };
  }

  private refund(order: Order, json: unknown): Reply {
    const { total } = order.request.amount;
    const left = total - order.refunded;
    const asked = readRefund(json);
    const amount = asked === null ? left : asked;
    if (amount === undefined) return no(400, { code: '400010', message: 'amount is not valid' });
    if (order.status !== 'completed' || amount > left) {
      return no(400, { code: '400020', message: 'order cannot be refunded' });
    }
    order.refunded += amount;
    if (order.refunded === total) order.status = 'refund';
    const type = amount === total ? 'refund' : 'partial_refund';
    const { reference_id: reference } = order.request;
    const told = { reference_id: reference, order_id: order.id, type, refundable_amount: left - amount };
    return {
      status: 200,
      json: { ...told, amount: this.misreport.amount ?? amount, status: 'completed', mc_code: `${order.mcCode}-R` },
    };
  }

  /** The shop's answer commits; without one the payment is taken back. */
  private async confirm(order: Order): Promise<void> {
    order.confirming = true;
    const { reference_id: reference, amount, webhooks } = order.request;
    const facts = { mc_code: order.mcCode, ...CARD, bin: '411111', payment_method: 'tarjetas', quotas_number: 0 };
    const total = this.misreport.amount ?? amount.total;
    const body = { order_id: order.id, reference_id: this.misreport.reference ?? reference, ...facts, amount: total };
    const confirmed = await this.notify(webhooks.webhook_confirm, body);
    order.confirming = false;
    if (confirmed) {
      Object.assign(order, { status: 'completed', code: '0', message: 'Aprobada' });
    } else {
      order.refunded = amount.total;
      Object.assign(order, { status: 'refund', code: '100100', message: 'Reversa automática' });
    }
  }

  private async reject(order: Order, status: OrderStatus, code: string, message: string): Promise<void> {
    Object.assign(order, { status, code, message });
    const { reference_id: reference, webhooks } = order.request;
    await this.notify(webhooks.webhook_reject, { order_id: order.id, reference_id: reference, code, message });
  }

  private notify(url: string, body: WebhookBody): Promise<boolean> {
    const signedWith = (apikey: string): Notice => {
      const key = createHash('sha256').update(`${body.reference_id}${body.order_id}${apikey}`).digest('hex');
      return { url, headers: { Apikey: key }, body };
    };
    return this.post.deliver({
      notice: signedWith(this.options.apikey),
      forged: signedWith('what-a-stranger-guesses'),
      timeoutMs: this.options.confirmTimeoutMs ?? 10_000,
    });
  }

  private async page(call: Call, order: Order | undefined): Promise<Reply> {
    if (!order) return { status: 404, html: '<!doctype html><title>404</title><p>No existe.' };
    const { reference_id: reference, description, amount, urls } = order.request;
    const { press, fault } = readPress(call.form);
    if (order.status === 'pending' && !order.confirming && call.method === 'POST' && press) {
      if (fault) this.post.faults.push(fault);
      await this.press(order.id, press);
      const paid = this.orders.get(order.id)?.status === 'completed';
      return { status: 303, location: paid ? urls.return_url : urls.cancel_url };
    }
    if (order.status !== 'pending' || order.confirming) {
      const state = order.confirming ? 'Esperando al comercio' : order.message;
      return { status: 200, html: endedPage(NAME, COLOUR, state, urls.return_url) };
    }
    const page = { provider: NAME, colour: COLOUR, action: call.path, description, reference, cards: [] };
    return { status: 200, html: payPage({ ...page, amount: amount.total }) };
  }

  /** An order whose time has passed has run out, whoever looks. */
  private current(id: string): Order | undefined {
    const order = this.orders.get(id);
    if (order?.status === 'pending' && !order.confirming && order.endsAt <= this.now().getTime()) {
      Object.assign(order, { status: 'expired', code: '100002', message: 'Orden expirada' });
    }
    return order;
  }

  private told(order: Order): Record<string, unknown> {
    const { request, status } = order;
    const { currency, details } = request.amount;
    const total = this.misreport.amount ?? request.amount.total;
    const paid = status === 'completed' || status === 'refund';
    const card = paid ? { approval_code: '012345', ...CARD } : {};
    const facts = order.code ? { code: order.code, message: order.message, ...card } : {};
    return {
      order_id: this.misreport.externalId ?? order.id,
      reference_id: this.misreport.reference ?? request.reference_id,
      status,
      amount: { currency, total, details },
      ...(paid && { refundable_amount: total - order.refunded, mc_code: order.mcCode }),
      selected_method: paid ? { code: 'tarjetas', name: 'Tarjetas' } : null,
      payment_details: Object.entries(facts).map(([key, value]) => ({ key, value })),
    };
  }

  private pageUrl(order: Order): string {
    return `${this.baseUrl}/pay/${order.id}`;
  }
}

function no(status: number, { code, message }: KlapNo): Reply {
  return { status, json: { code, message } };
}
