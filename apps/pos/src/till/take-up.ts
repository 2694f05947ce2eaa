import type { Cart, CartProduct } from './cart';
import type { WirePayment } from './payments';
import type { PendingSale } from './sale-journal';
import type { Part, PartPayment } from './split';

/** A sale as the server kept it when its card was asked for. */
export interface KeptSale {
  readonly id: string;
  readonly register_session_id: string;
  readonly lines: readonly { readonly product_id: string; readonly qty: number; readonly note?: string | undefined }[];
  readonly payments: readonly WirePayment[];
}

interface OpenCard {
  readonly id: string;
  /** Whole pesos. */
  readonly amount: number;
}

/**
 * A charge that the server knows and this till does not: after another tablet, a wiped one, or one set aside. The cart,
 * the shares that were paid, and the card that is not settled stand as they did.
 * @param approved cards of the same sale that are charged already
 */
export function takeUp(
  card: OpenCard,
  kept: KeptSale,
  approved: ReadonlySet<string>,
  products: readonly CartProduct[],
  newId: () => string,
): PendingSale<KeptSale> {
  const shared = kept.payments.length > 1;
  const entries = kept.payments.map((payment) => ({ payment, part: partOf(payment, card.id, approved, newId()) }));
  const own = entries.find(({ payment }) => payment.payment_intent_id === card.id);
  const attempt = { intentId: card.id, key: newId(), amount: card.amount, useBackup: false, voucher: null };
  return {
    saleId: kept.id,
    key: newId(),
    sessionId: kept.register_session_id,
    cart: cartOf(kept, products, newId),
    parts: shared ? entries.map(({ part }) => part) : [],
    card: { ...attempt, partId: shared ? (own?.part.id ?? null) : null, sale: kept, begun: true, skewMs: 0 },
    sent: null,
  };
}

function partOf(payment: WirePayment, openId: string, approved: ReadonlySet<string>, id: string): Part {
  const { method, amount, tendered = null, reference = null, payment_intent_id: intentId } = payment;
  if (intentId === undefined) return { id, amount, paid: { method, tendered, reference } };
  const isPaid = intentId !== openId && approved.has(intentId);
  const byCard: PartPayment = { method, tendered: null, reference: null, intentId };
  return { id, amount, paid: isPaid ? byCard : null };
}

function cartOf(kept: KeptSale, products: readonly CartProduct[], newId: () => string): Cart {
  return kept.lines.map((line) => {
    const product = products.find((one) => one.id === line.product_id);
    return {
      id: newId(),
      productId: line.product_id,
      name: product?.name ?? '…',
      unitPrice: product?.price ?? 0,
      qty: line.qty,
      note: line.note ?? null,
    };
  });
}
