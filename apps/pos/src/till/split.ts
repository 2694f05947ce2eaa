/** How a till takes money, in the order of its buttons. The wallet takes a guest who showed a QR. */
export const METHODS = ['card', 'cash', 'transfer', 'wallet'] as const;
export type Method = (typeof METHODS)[number];

/** How one guest pays a share. */
export interface PartPayment {
  readonly method: Method;
  /** Cash handed over, whole pesos; null when it was not cash. */
  readonly tendered: number | null;
  /** Voucher of the terminal or reference of the transfer; null for cash. */
  readonly reference: string | null;
  /** Wallet: who the guest is. Nothing has left the wallet before the sale is placed. */
  readonly walletToken?: string;
  /** The approved card payment, where a provider takes the cards. */
  readonly intentId?: string;
}

/** One guest's share of a sale. */
export interface Part {
  readonly id: string;
  /** Whole pesos, before the rounding of cash. */
  readonly amount: number;
  readonly paid: PartPayment | null;
}

/** Most shares of one sale. */
export const MOST_PARTS = 8;

/**
 * The amounts of `count` equal shares. Shares are whole tens where the total allows, so that cash rounds none of them;
 * the last one takes what the division leaves. @throws RangeError when there are fewer pesos than shares
 */
export function equalShares(total: number, count: number): number[] {
  if (!Number.isInteger(count) || count < 1 || total < count) throw new RangeError(`Cannot share ${total} by ${count}`);
  const step = total >= count * 10 ? 10 : 1;
  const share = Math.floor(total / count / step) * step;
  return Array.from({ length: count }, (_, index) => (index < count - 1 ? share : total - share * (count - 1)));
}

/** Pesos of the total that no share has paid yet. */
export function stillDue(total: number, parts: readonly Part[]): number {
  return parts.reduce((due, part) => (part.paid ? due - part.amount : due), total);
}

export function paidAmount(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => (part.paid ? sum + part.amount : sum), 0);
}

/**
 * The shares after somebody pays `amount` of what is due: paid ones stay, one share of that amount comes next, one with
 * the rest follows. Whole tens only, unless it is all that is due: the law rounds the cash of a sale once, so an odd
 * end may stand in the last share alone. @throws RangeError when the amount is none, odd, or more than is due
 */
export function shareOut(
  total: number,
  parts: readonly Part[],
  amount: number,
  ids: readonly [string, string],
): Part[] {
  const due = stillDue(total, parts);
  const whole = amount % 10 === 0 || amount === due;
  if (!whole || amount < 1 || amount > due) throw new RangeError(`Cannot take ${amount} of ${due}`);
  const next = { id: ids[0], amount, paid: null };
  const rest = due - amount;
  const paid = parts.filter((part) => part.paid);
  return rest > 0 ? [...paid, next, { id: ids[1], amount: rest, paid: null }] : [...paid, next];
}

/** Shares whose card was charged: giving such money back is a refund of its own. */
export function cardParts(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => part.paid?.intentId !== undefined);
}

/** Whether a share waits to be taken from a wallet, with the sale. */
export function hasWallet(parts: readonly Part[]): boolean {
  return parts.some((part) => part.paid?.method === 'wallet');
}

/** The shares once the wallet said no: what it was to pay is due again. */
export function unpayWallet(parts: readonly Part[]): Part[] {
  return parts.map((part) => (part.paid?.method === 'wallet' ? { ...part, paid: null } : part));
}

/**
 * The ways in which the next share may be paid. A sale takes from one wallet, and not beside cards that a provider
 * charges: those would be charged before the wallet could say no.
 */
export function waysBeside(
  parts: readonly Part[],
  methods: readonly Method[],
  providerTakesCards: boolean,
): readonly Method[] {
  const wallet = hasWallet(parts);
  const charged = cardParts(parts).length > 0;
  return methods.filter((method) => {
    if (method === 'wallet') return !wallet && !charged;
    return method !== 'card' || !wallet || !providerTakesCards;
  });
}

/** The shares with one of them unpaid again. */
export function unpayPart(parts: readonly Part[], id: string): Part[] {
  return parts.map((part) => (part.id === id ? { ...part, paid: null } : part));
}

/** The shares with one of them paid. */
export function payPart(parts: readonly Part[], id: string, payment: PartPayment): Part[] {
  return parts.map((part) => (part.id === id ? { ...part, paid: payment } : part));
}

/** The next share to pay, or none when all is paid. */
export function nextDue(parts: readonly Part[]): Part | undefined {
  return parts.find((part) => part.paid === null);
}
