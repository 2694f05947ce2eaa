/** What a till is told of a guest's wallet. */
export interface Purse {
  /** Whole pesos. */
  readonly balance: number;
  readonly points: number;
  readonly isFrozen: boolean;
}

/** The guest whom this sale is for, as their QR or card told. */
export interface TillGuest {
  /** Stands for the guest at this till until it expires, and pays once. */
  readonly token: string;
  /** ISO 8601, by the server's clock. */
  readonly expiresAt: string;
  readonly customerId: string;
  readonly firstName: string;
  /** False for a printed card that nobody has confirmed yet: nothing is shown of it and it pays nothing. */
  readonly isConfirmed: boolean;
  readonly purse: Purse | null;
}

interface Asked {
  readonly customer_token?: string;
}

/** Whether the guest has to show the QR again. */
export function isOver(guest: TillGuest, nowMs: number): boolean {
  return Date.parse(guest.expiresAt) <= nowMs;
}

/** Whether the sale may name this guest. */
export function counts(guest: TillGuest | null, nowMs: number): guest is TillGuest {
  return guest !== null && guest.isConfirmed && !isOver(guest, nowMs);
}

/** How the wallet stands towards an amount. */
export type WalletStand =
  | { readonly kind: 'nobody' | 'unconfirmed' | 'over' | 'frozen' | 'empty' }
  | { readonly kind: 'short'; readonly balance: number; readonly missing: number }
  | { readonly kind: 'enough'; readonly balance: number; readonly after: number };

/** @param amount whole pesos to be paid */
export function walletStand(guest: TillGuest | null, amount: number, nowMs: number): WalletStand {
  if (!guest) return { kind: 'nobody' };
  if (!guest.isConfirmed || !guest.purse) return { kind: 'unconfirmed' };
  if (isOver(guest, nowMs)) return { kind: 'over' };
  const { balance, isFrozen } = guest.purse;
  if (isFrozen) return { kind: 'frozen' };
  if (balance === 0) return { kind: 'empty' };
  return balance < amount
    ? { kind: 'short', balance, missing: amount - balance }
    : { kind: 'enough', balance, after: balance - amount };
}

/**
 * What a wallet that holds too little may pay of an amount: whole tens, so that the cash of the rest is not rounded; none
 * where that is nothing.
 */
export function walletShare(balance: number): number {
  return Math.floor(balance / 10) * 10;
}

/** The sale with whose it is; who pays by wallet is who it is for, and is not named twice. */
export function forGuest<Body extends { readonly payments: readonly { readonly wallet_token?: string }[] }>(
  body: Body,
  guest: TillGuest | null,
  nowMs: number,
): Body & Asked {
  const paysByWallet = body.payments.some(({ wallet_token: token }) => token !== undefined);
  return paysByWallet || !counts(guest, nowMs) ? body : { ...body, customer_token: guest.token };
}

/** The same sale for nobody, once the guest does not count any more. */
export function forNobody<Body extends Asked>({ customer_token: _, ...body }: Body): Omit<Body, 'customer_token'> {
  return body;
}
