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
import { jsonIn, NO_CARD, noticeIdOf, safeText } from '../provider-facts';
import { type ProviderAnswer, ProviderHttp, type ProviderHttpOptions } from '../provider-http';
import { type WebCheckoutCredentials, webCheckoutAuth } from './web-checkout-auth';
import { sessionRequest, statusOfSession } from './web-checkout-mapping';
import { isSignedBy } from './web-checkout-signature';
import {
  wireCreated,
  wireEnvelope,
  wireNotification,
  wireReversal,
  wireSession,
  type WireStatus,
} from './web-checkout-wire';

export interface WebCheckoutOptions extends ProviderHttpOptions, WebCheckoutCredentials {
  readonly clock: Clock;
}

/** Getnet Web Checkout (PlacetoPay). One notification address for the whole account, set at Getnet; sent only once. */
export class WebCheckoutProvider extends OnlineProvider {
  readonly name = 'getnet_web';
  readonly commits = 'by_query';
  private readonly http: ProviderHttp;

  constructor(private readonly options: WebCheckoutOptions) {
    super();
    this.http = new ProviderHttp(this.name, options);
  }

  async begin(charge: OnlineCharge): Promise<ChargeBegun> {
    const answer = await this.post('/api/session', sessionRequest(charge));
    const { requestId, processUrl } = this.http.read(wireCreated, this.accepted(answer));
    return { externalId: requestId, payUrl: this.http.readPageUrl(processUrl) };
  }

  async statusOf(externalId: string): Promise<ProviderStatus> {
    const answer = await this.post(sessionPath(externalId), {});
    const session = this.http.read(wireSession, this.accepted(answer));
    const status = session.requestId === externalId ? statusOfSession(session) : null;
    if (!status) throw new ProviderUnreachable(this.name, 'unreadable');
    return status;
  }

  async cancel(externalId: string): Promise<CancelOutcome> {
    const answer = await this.post(`${sessionPath(externalId)}/cancel`, {});
    if (answer.status !== 400) {
      this.accepted(answer);
      return 'cancelled';
    }
    const { state } = await this.statusOf(externalId);
    return state === 'pending' || state === 'approved' || state === 'reversed' ? 'too_late' : 'cancelled';
  }

  async refund({ internalReference, amount, total }: RefundRequest): Promise<RefundOutcome> {
    if (!internalReference) return { outcome: 'refused', reason: 'no_internal_reference' };
    try {
      const answer = await this.post('/api/transaction', {
        internalReference: asOnWire(internalReference),
        action: 'reverse',
        ...(amount.equals(total) ? {} : { amount: { currency: 'CLP', total: amount.pesos } }),
      });
      const { status, payment } = this.http.read(wireReversal, answer.json);
      if (status.status === 'APPROVED' && answer.status < 300) {
        return { outcome: 'done', reference: payment?.internalReference ?? null };
      }
      if (status.status.startsWith('PENDING')) return { outcome: 'unknown', reason: 'pending' };
      return { outcome: 'refused', reason: whyRefused(answer.status, status) };
    } catch (error) {
      if (error instanceof ProviderUnreachable) return { outcome: 'unknown', reason: error.why };
      throw error;
    }
  }

  readNotice({ rawBody }: IncomingNotice): ProviderNotice {
    const parsed = wireNotification.safeParse(jsonIn(rawBody));
    if (!parsed.success) return { kind: 'forged', why: 'unreadable' };
    const { requestId, reference, signature, status } = parsed.data;
    if (!signature) return { kind: 'forged', why: 'unsigned' };
    if (!isSignedBy(this.options.secretKey, { requestId, status: status.status, date: status.date, signature })) {
      return { kind: 'forged', why: 'bad_signature' };
    }
    const at = new Date(status.date);
    return {
      kind: 'notice',
      externalId: requestId,
      reference,
      claims: claimOf(status.status),
      amount: null,
      at: Number.isNaN(at.getTime()) ? null : at,
      noticeId: noticeIdOf(this.name, requestId, reference, status.status, status.date),
      ...NO_CARD,
    };
  }

  private post(path: string, body: Record<string, unknown>): Promise<ProviderAnswer> {
    const auth = webCheckoutAuth(this.options, this.options.clock.now().toISOString());
    return this.http.send({ method: 'POST', path, body: { auth, ...body } });
  }

  /** @throws ProviderRefused for every answer that is not a yes */
  private accepted({ status, json }: ProviderAnswer): unknown {
    if (status < 300) {
      const envelope = wireEnvelope.safeParse(json);
      if (envelope.success && envelope.data.status.status !== 'FAILED') return json;
    }
    throw new ProviderRefused(this.name, whyRefused(status, this.http.read(wireEnvelope, json).status));
  }
}

function sessionPath(externalId: string): string {
  return `/api/session/${encodeURIComponent(externalId)}`;
}

/** Their references are numbers on the wire. */
function asOnWire(reference: string): number | string {
  return /^\d{1,15}$/.test(reference) ? Number(reference) : reference;
}

function whyRefused(httpStatus: number, { reason, message }: WireStatus): string {
  if (httpStatus === 401) return 'credentials';
  if (/already refunded/i.test(message ?? '')) return 'already_refunded';
  return safeText([reason, message].filter(Boolean).join(' ')) || String(httpStatus);
}

function claimOf(status: string): 'paid' | 'not_paid' | 'undecided' {
  if (status === 'APPROVED') return 'paid';
  return status === 'REJECTED' || status === 'FAILED' ? 'not_paid' : 'undecided';
}
