import { DomainError, Money, newId } from '@libs/kernel';

/** How money is taken at a till. Wallet: out of a customer's balance, in the same moment as the sale. */
export const PAYMENT_METHODS = ['cash', 'card', 'transfer', 'wallet'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/**
 * Who takes cards at a till: a terminal driven by its agent, a terminal that nobody drives, or a payment page that the guest
 * opens on a phone.
 */
export const CARD_PROVIDERS = ['getnet_terminal', 'manual', 'getnet_web', 'klap'] as const;
export type CardProvider = (typeof CARD_PROVIDERS)[number];

/** A payment as the till asks for it, in pesos. */
export interface AskedPayment {
  readonly method: PaymentMethod;
  /** What it covers of the total, before cash rounding. */
  readonly amount: number;
  /** Cash only: what the guest handed over; exact when nobody says. */
  readonly tendered?: number | undefined;
  /** Card and transfer: number of the voucher. */
  readonly reference?: string | undefined;
  /** Card: the approved payment intent; its reference is the provider's. */
  readonly intentId?: string | undefined;
  /** Wallet: of the customer's QR that was read at this till; good for one payment. */
  readonly walletToken?: string | undefined;
}

/** A payment that stands. For cash, tendered = amount + rounding + change. */
export interface Payment {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly amount: Money;
  readonly tendered: Money | null;
  readonly change: Money;
  readonly rounding: Money;
  readonly reference: string | null;
  readonly intentId: string | null;
}

/**
 * Makes the asked payments stand: they add up exactly to the total, the legal rounding lies on the sum of the cash
 * and is carried by the last cash payment, and change follows from what was handed over.
 * @throws DomainError `sale.payments_mismatch`, `sale.method_not_allowed`, `sale.tendered_too_little` (conflict),
 *   `sale.one_wallet`, `sale.wallet_with_card` (conflict), `sale.reference_missing`, `sale.tendered_not_cash`,
 *   `sale.wallet_token_missing`, `sale.token_not_wallet` (invalid)
 */
export function settlePayments(
  total: Money,
  asked: readonly AskedPayment[],
  allowedMethods: readonly PaymentMethod[],
  now: Date,
): Payment[] {
  const paid = Money.sum(asked.map((payment) => Money.of(payment.amount)));
  if (!paid.equals(total)) {
    throw new DomainError('sale.payments_mismatch', 'conflict', { totalAmount: total.pesos, paidAmount: paid.pesos });
  }
  refuseTangledWallets(asked);
  const cash = Money.sum(asked.filter(isCash).map((payment) => Money.of(payment.amount)));
  const cashRounding = cash.roundedForCash().minus(cash);
  const lastCash = asked.findLastIndex(isCash);
  return asked.map((payment, index) => {
    if (!allowedMethods.includes(payment.method)) {
      throw new DomainError('sale.method_not_allowed', 'conflict', { method: payment.method });
    }
    if (payment.walletToken !== undefined && payment.method !== 'wallet') {
      throw new DomainError('sale.token_not_wallet', 'invalid', { method: payment.method });
    }
    return isCash(payment)
      ? settleCash(payment, index === lastCash ? cashRounding : Money.zero, now)
      : settleOther(payment, now);
  });
}

/** The ledger knows a payment by its sale; and a terminal would have charged the card before the wallet could say no. */
function refuseTangledWallets(asked: readonly AskedPayment[]): void {
  const wallets = asked.filter(({ method }) => method === 'wallet').length;
  if (wallets > 1) throw new DomainError('sale.one_wallet', 'conflict');
  if (wallets > 0 && asked.some(({ intentId }) => intentId !== undefined)) {
    throw new DomainError('sale.wallet_with_card', 'conflict');
  }
}

/** What the rounding of a sale's cash amounts to; negative when the house gives it. */
export function cashRoundingOf(payments: readonly Payment[]): Money {
  return Money.sum(payments.map((payment) => payment.rounding));
}

export function changeOf(payments: readonly Payment[]): Money {
  return Money.sum(payments.map((payment) => payment.change));
}

function isCash(payment: AskedPayment): boolean {
  return payment.method === 'cash';
}

function settleCash(asked: AskedPayment, rounding: Money, now: Date): Payment {
  const amount = Money.of(asked.amount);
  const due = amount.plus(rounding);
  const tendered = asked.tendered === undefined ? due : Money.of(asked.tendered);
  const change = tendered.minus(due);
  if (change.isNegative()) {
    throw new DomainError('sale.tendered_too_little', 'conflict', {
      dueAmount: due.pesos,
      tenderedAmount: tendered.pesos,
    });
  }
  return {
    id: newId(now.getTime()),
    method: 'cash',
    amount,
    tendered,
    change,
    rounding,
    reference: null,
    intentId: null,
  };
}

function settleOther(asked: AskedPayment, now: Date): Payment {
  const { method, reference, intentId, walletToken } = asked;
  const isWallet = method === 'wallet';
  if (intentId !== undefined && method !== 'card') throw new DomainError('sale.intent_not_card', 'invalid', { method });
  if (asked.tendered !== undefined) throw new DomainError('sale.tendered_not_cash', 'invalid', { method });
  if (isWallet && walletToken === undefined) throw new DomainError('sale.wallet_token_missing', 'invalid');
  if (!isWallet && !reference) throw new DomainError('sale.reference_missing', 'invalid', { method });
  return {
    id: newId(now.getTime()),
    method,
    amount: Money.of(asked.amount),
    tendered: null,
    change: Money.zero,
    rounding: Money.zero,
    reference: isWallet ? null : (reference ?? null),
    intentId: intentId ?? null,
  };
}
