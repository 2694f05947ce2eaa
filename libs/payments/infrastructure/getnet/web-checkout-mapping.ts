import { Money } from '@libs/kernel';
import type { CardFacts, OnlineCharge, ProviderState, ProviderStatus } from '../../domain';
import { cardTypeOf, evidenceOf, factOf, last4Of, NO_CARD } from '../provider-facts';
import type { WirePayment, WireSession, WireStatus } from './web-checkout-wire';

const ABORTED_BY_GUEST = '?C';
const CANCELLED_BY_MERCHANT = 'MC';
const EXPIRED = 'EX';

export function sessionRequest(charge: OnlineCharge): Record<string, unknown> {
  const { amount, tax, buyer } = charge;
  return {
    locale: 'es_CL',
    ...(buyer && {
      buyer: {
        name: buyer.firstName,
        surname: buyer.lastName,
        email: buyer.email,
        ...(buyer.rut && { documentType: 'CLRUT', document: buyer.rut.value }),
      },
    }),
    payment: {
      reference: charge.reference,
      description: charge.description,
      amount: {
        currency: 'CLP',
        total: amount.pesos,
        ...(tax && { taxes: [{ kind: 'valueAddedTax', amount: tax.pesos, base: amount.minus(tax).pesos }] }),
      },
      allowPartial: false,
    },
    expiration: charge.expiresAt.toISOString(),
    returnUrl: charge.returnUrl,
    cancelUrl: charge.cancelUrl,
    ipAddress: charge.ip,
    userAgent: charge.userAgent,
  };
}

/** Null for a session that contradicts itself or says a word that this code does not know. */
export function statusOfSession(session: WireSession): ProviderStatus | null {
  const payments = session.payment ?? [];
  const approved = payments.filter(({ status }) => status.status === 'APPROVED');
  const state = stateOf(session, approved);
  if (!state) return null;
  const asked = session.request.payment;
  const refunded = approved.some((payment) => payment.refunded === true);
  return {
    state,
    ...(approved.length > 0 ? paid(approved) : { amount: asked.amount.total, currency: asked.amount.currency }),
    reference: approved[0]?.reference ?? asked.reference,
    refundedAmount: refunded ? null : Money.zero,
    reversedByProvider: false,
    ...(approved[0] ? cardOf(approved[0]) : NO_CARD),
    evidence: evidenceOf({
      ...wordsOf('session', session.status),
      ...wordsOf('payment', (approved[0] ?? payments.at(-1))?.status),
      method: approved[0]?.paymentMethodName,
      issuer: approved[0]?.issuerName,
    }),
  };
}

/** A part is never offered; if one was paid, its amount will not match the charge, and a person decides. */
function stateOf(session: WireSession, approved: readonly WirePayment[]): ProviderState | null {
  switch (session.status.status) {
    case 'APPROVED':
    case 'APPROVED_PARTIAL':
    case 'PARTIAL_EXPIRED':
      if (approved.length === 0) return null;
      return approved.some((payment) => payment.refunded === true) ? 'reversed' : 'approved';
    case 'REJECTED':
      return approved.length > 0 ? null : whyNotPaid(session);
    case 'PENDING':
    case 'PENDING_VALIDATION':
    case 'PENDING_CONFIRMATION':
    case 'PENDING_PROCESS':
      return 'pending';
    default:
      return null;
  }
}

/** The session knows only "rejected"; why follows from its reason, its end and its last attempt. */
function whyNotPaid({ status, request, payment }: WireSession): ProviderState {
  if (status.reason === CANCELLED_BY_MERCHANT) return 'cancelled';
  if (status.reason === EXPIRED || Date.parse(status.date) >= Date.parse(request.expiration ?? '')) return 'expired';
  const last = payment?.at(-1);
  return !last || last.status.reason === ABORTED_BY_GUEST ? 'cancelled' : 'declined';
}

function paid(approved: readonly WirePayment[]): { amount: Money; currency: string } {
  const amounts = approved.flatMap(({ amount }) => (amount ? [amount.from] : []));
  return { amount: Money.sum(amounts.map(({ total }) => total)), currency: amounts[0]?.currency ?? '' };
}

function cardOf(payment: WirePayment): CardFacts {
  const field = (keyword: string): string | null => {
    const value = payment.processorFields?.find((entry) => entry.keyword === keyword)?.value;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  return {
    authorizationCode: factOf(payment.authorization),
    last4: last4Of(field('lastDigits')),
    cardBrand: factOf(payment.paymentMethodName),
    cardType: cardTypeOf(field('cardType')),
    internalReference: payment.internalReference ?? null,
  };
}

function wordsOf(of: 'session' | 'payment', status: WireStatus | undefined): Record<string, string | null | undefined> {
  return {
    [`${of}_status`]: status?.status,
    [`${of}_reason`]: status?.reason,
    [`${of}_message`]: status?.message,
    [`${of}_date`]: status?.date,
  };
}
