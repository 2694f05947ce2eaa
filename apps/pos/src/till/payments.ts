import type { Method, Part, PartPayment } from './split';

/** A payment as the server takes it. */
export interface WirePayment {
  method: Method;
  /** Whole pesos. */
  amount: number;
  tendered?: number;
  reference?: string;
  payment_intent_id?: string;
  wallet_token?: string;
}

/** The paid shares as the server takes them. Shares that nobody paid are left out. */
export function toPayments(parts: readonly Part[]): WirePayment[] {
  return parts.flatMap(({ amount, paid }) => (paid ? [toPayment(amount, paid)] : []));
}

function toPayment(amount: number, { method, tendered, reference, intentId, walletToken }: PartPayment): WirePayment {
  return {
    method,
    amount,
    ...(tendered === null ? {} : { tendered }),
    ...(reference === null ? {} : { reference }),
    ...(intentId === undefined ? {} : { payment_intent_id: intentId }),
    ...(walletToken === undefined ? {} : { wallet_token: walletToken }),
  };
}

/**
 * The payments of a sale while the card of one share is charged. Shares that nobody has paid yet stand as cards that will
 * come: the house, should it have to finish the sale, then waits for them instead of believing them paid.
 */
export function whileCharging(
  parts: readonly Part[],
  partId: string,
  intentId: string,
  newId: () => string,
): WirePayment[] {
  return parts.map(({ id, amount, paid }) => {
    if (paid) return toPayment(amount, paid);
    return { method: 'card', amount, payment_intent_id: id === partId ? intentId : newId() };
  });
}
