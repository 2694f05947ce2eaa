import type { Clock } from '@libs/kernel';
import {
  type CancelOutcome,
  type ChargeBegun,
  type IncomingNotice,
  type OnlineCharge,
  OnlineProvider,
  type ProviderNotice,
  ProviderRefused,
  type ProviderStatus,
  ProviderUnreachable,
  type RefundOutcome,
  type RefundRequest,
} from '../../domain';
import { cardTypeOf, factOf, jsonIn, last4Of, NO_CARD, noticeIdOf, safeText } from '../provider-facts';
import { type ProviderAnswer, ProviderHttp, type ProviderHttpOptions } from '../provider-http';
import { orderRequest, statusOfOrder } from './klap-mapping';
import { isKlapWebhookKey } from './klap-signature';
import { wireConfirm, wireCreated, wireError, wireOrder, wireRefund, wireReject } from './klap-wire';

export interface KlapOptions extends ProviderHttpOptions {
  readonly apikey: string;
  readonly clock: Clock;
  /** What the page offers; cards unless told otherwise. */
  readonly methods?: readonly KlapMethod[];
}

export type KlapMethod = 'tarjetas' | 'sodexo' | 'edenred';

const ORDERS = '/payment-gateway/v1/orders';
const APIKEY_INVALID = '403001';
const REFUND_DONE = new Set(['completed', 'approved', 'refund', 'refunded', 'partial_refund']);
const REFUND_REFUSED = new Set(['rejected', 'failed', 'declined']);

/** Klap Checkout. Our answer to its confirmation commits the payment; unanswered, Klap takes the payment back. */
export class KlapProvider extends OnlineProvider {
  readonly name = 'klap';
  readonly commits = 'by_notice';
  private readonly http: ProviderHttp;
  private readonly methods: readonly KlapMethod[];

  constructor(private readonly options: KlapOptions) {
    super();
    this.http = new ProviderHttp(this.name, options);
    this.methods = options.methods ?? ['tarjetas'];
  }

  async begin(charge: OnlineCharge): Promise<ChargeBegun> {
    const body = orderRequest(charge, this.methods, this.options.clock.now());
    const answer = await this.ask('POST', ORDERS, body);
    const order = this.http.read(wireCreated, this.accepted(answer));
    if (order.reference_id !== charge.reference) throw new ProviderUnreachable(this.name, 'unreadable');
    return { externalId: order.order_id, payUrl: this.http.readPageUrl(order.redirect_url) };
  }

  async statusOf(externalId: string): Promise<ProviderStatus> {
    const answer = await this.ask('GET', orderPath(externalId));
    const order = this.http.read(wireOrder, this.accepted(answer));
    const status = order.order_id === externalId ? statusOfOrder(order) : null;
    if (!status) throw new ProviderUnreachable(this.name, 'unreadable');
    return status;
  }

  /** Klap has no such call: an order runs out by the minutes it was made with. */
  async cancel(externalId: string): Promise<CancelOutcome> {
    const { state } = await this.statusOf(externalId);
    if (state === 'pending') return 'not_offered';
    return state === 'approved' || state === 'reversed' ? 'too_late' : 'cancelled';
  }

  async refund({ externalId, amount, total }: RefundRequest): Promise<RefundOutcome> {
    try {
      const body = amount.equals(total) ? {} : { amount: amount.pesos };
      const answer = await this.ask('POST', `${orderPath(externalId)}/refund`, body);
      if (answer.status >= 300) return { outcome: 'refused', reason: this.whyRefused(answer) };
      const refund = this.http.read(wireRefund, answer.json);
      if (refund.order_id !== externalId || !refund.amount.equals(amount)) {
        return { outcome: 'unknown', reason: 'answer_differs' };
      }
      if (REFUND_DONE.has(refund.status)) return { outcome: 'done', reference: refund.mc_code ?? null };
      const outcome = REFUND_REFUSED.has(refund.status) ? 'refused' : 'unknown';
      return { outcome, reason: safeText(refund.status) };
    } catch (error) {
      if (error instanceof ProviderUnreachable) return { outcome: 'unknown', reason: error.why };
      throw error;
    }
  }

  readNotice({ channel, headers, rawBody }: IncomingNotice): ProviderNotice {
    const key = headers['apikey'];
    const json = jsonIn(rawBody);
    const confirm = wireConfirm.safeParse(json);
    if (!confirm.success || channel === 'notification') return { kind: 'forged', why: 'unreadable' };
    const { order_id: orderId, reference_id: referenceId, ...facts } = confirm.data;
    if (typeof key !== 'string') return { kind: 'forged', why: 'unsigned' };
    if (!isKlapWebhookKey(key, { orderId, referenceId }, this.options.apikey)) {
      return { kind: 'forged', why: 'bad_signature' };
    }
    const told = { kind: 'notice', externalId: orderId, reference: referenceId, at: null } as const;
    if (channel === 'reject') {
      const code = wireReject.safeParse(json).data?.code ?? null;
      const noticeId = noticeIdOf(this.name, channel, orderId, referenceId, code);
      return { ...told, claims: 'not_paid', amount: null, noticeId, ...NO_CARD };
    }
    return {
      ...told,
      claims: 'paid',
      amount: facts.amount ?? null,
      noticeId: noticeIdOf(this.name, channel, orderId, referenceId, facts.mc_code ?? null),
      authorizationCode: null,
      last4: last4Of(facts.last_digits),
      cardBrand: factOf(facts.brand),
      cardType: cardTypeOf(facts.card_type),
      internalReference: facts.mc_code ?? null,
    };
  }

  private ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<ProviderAnswer> {
    return this.http.send({ method, path, body, headers: { apikey: this.options.apikey } });
  }

  /** @throws ProviderRefused for every answer that is not a yes */
  private accepted(answer: ProviderAnswer): unknown {
    if (answer.status < 300) return answer.json;
    throw new ProviderRefused(this.name, this.whyRefused(answer));
  }

  private whyRefused({ status, json }: ProviderAnswer): string {
    const { code, error_code: errorCode, message } = wireError.safeParse(json).data ?? {};
    const known = code ?? errorCode;
    if (status === 401 || status === 403 || known === APIKEY_INVALID) return 'credentials';
    return safeText(known ?? message ?? String(status));
  }
}

function orderPath(externalId: string): string {
  return `${ORDERS}/${encodeURIComponent(externalId)}`;
}
