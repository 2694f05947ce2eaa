import { Money } from '@libs/kernel';
import type { CardFacts, OnlineCharge, ProviderState, ProviderStatus } from '../../domain';
import { cardTypeOf, evidenceOf, factOf, last4Of } from '../provider-facts';
import type { WireOrder } from './klap-wire';

/** Klap took the payment back, since the merchant did not confirm it in time. */
const REVERSED_BY_KLAP = '100100';
const MINUTE_MS = 60_000;

const STATES: Readonly<Record<string, ProviderState>> = {
  pending: 'pending',
  completed: 'approved',
  rejected: 'declined',
  failed: 'declined',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  expired: 'expired',
  refund: 'reversed',
  refunded: 'reversed',
  partial_refund: 'reversed',
};

export function orderRequest(charge: OnlineCharge, methods: readonly string[], now: Date): Record<string, unknown> {
  const { amount, tax = Money.zero, buyer } = charge;
  const minutes = Math.max(1, Math.floor((charge.expiresAt.getTime() - now.getTime()) / MINUTE_MS));
  return {
    reference_id: charge.reference,
    description: charge.description,
    ...(buyer && {
      user: {
        email: buyer.email,
        first_name: buyer.firstName,
        last_name: buyer.lastName,
        ...(buyer.rut && { rut: buyer.rut.value }),
      },
    }),
    amount: {
      currency: 'CLP',
      total: amount.pesos,
      details: { subtotal: amount.minus(tax).pesos, fee: 0, tax: tax.pesos },
    },
    methods,
    items: [{ name: charge.description, code: charge.reference, price: amount.pesos, quantity: 1 }],
    customs: methods.map((method) => ({ key: `${method}_expiration_minutes`, value: String(minutes) })),
    urls: { return_url: charge.returnUrl, cancel_url: charge.cancelUrl },
    webhooks: { webhook_confirm: charge.notifyUrls.confirm, webhook_reject: charge.notifyUrls.reject },
    generate_token: 'none',
  };
}

/** Null for an order in a state that this code does not know. */
export function statusOfOrder(order: WireOrder): ProviderStatus | null {
  const detail = (key: string): string | null =>
    order.payment_details?.find((entry) => entry.key === key)?.value ?? null;
  const { total, currency } = order.amount;
  const reversedByProvider = detail('code') === REVERSED_BY_KLAP;
  const refundedAmount = reversedByProvider ? total : refundedOf(order);
  const known = STATES[order.status];
  if (!known) return null;
  const wentBack = reversedByProvider || (refundedAmount !== null && !refundedAmount.isZero());
  return {
    state: known === 'approved' && wentBack ? 'reversed' : known,
    amount: total,
    currency,
    reference: order.reference_id,
    refundedAmount,
    reversedByProvider,
    ...cardOf(order, detail),
    evidence: evidenceOf({
      order_status: order.status,
      code: detail('code'),
      message: detail('message'),
      method: order.selected_method?.name ?? order.selected_method?.code,
    }),
  };
}

function refundedOf({ status, amount, refundable_amount: refundable }: WireOrder): Money | null {
  if (!['completed', 'refund', 'refunded', 'partial_refund'].includes(status)) return Money.zero;
  return refundable ? amount.total.minus(refundable) : null;
}

function cardOf(order: WireOrder, detail: (key: string) => string | null): CardFacts {
  return {
    authorizationCode: factOf(detail('approval_code')),
    last4: last4Of(detail('last_digits')),
    cardBrand: factOf(detail('brand')),
    cardType: cardTypeOf(detail('card_type')),
    internalReference: order.mc_code ?? null,
  };
}
