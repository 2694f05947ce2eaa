import { DomainError } from '@libs/kernel';

/** What a venue lets a customer keep and bring, in pesos. */
export interface Limits {
  readonly maxBalance: number;
  /** One top-up. */
  readonly maxTopUp: number;
  /** Within 24 hours up to now, whatever the calendar says. */
  readonly maxTopUpADay: number;
}

/** Until a venue decides otherwise. */
export const USUAL_LIMITS: Limits = { maxBalance: 500_000, maxTopUp: 200_000, maxTopUpADay: 300_000 };

export const DAY_MS = 24 * 3_600_000;

/**
 * @param toppedUp pesos brought within the last 24 hours
 * @throws DomainError `wallet.limit_exceeded` (conflict; facts limit, left)
 */
export function refuseAboveDay(limits: Limits, toppedUp: number, amount: number): void {
  if (toppedUp + amount <= limits.maxTopUpADay) return;
  const left = Math.max(0, limits.maxTopUpADay - toppedUp);
  throw new DomainError('wallet.limit_exceeded', 'conflict', { limit: limits.maxTopUpADay, left });
}

/**
 * Before anybody pays: what is on its way counts as if it had come, so that no payment meets a full wallet.
 * @param wallet pesos: the balance, what came in the last 24 hours, and top-ups that are being paid
 * @throws DomainError `wallet.limit_exceeded` (conflict; facts limit, left)
 */
export function refuseAboveLimits(
  limits: Limits,
  wallet: { readonly balance: number; readonly toppedUp: number; readonly pending: number },
  amount: number,
): void {
  const refuse = (limit: number, used: number): void => {
    if (used + amount <= limit) return;
    throw new DomainError('wallet.limit_exceeded', 'conflict', { limit, left: Math.max(0, limit - used) });
  };
  refuse(limits.maxTopUp, 0);
  refuse(limits.maxBalance, wallet.balance + wallet.pending);
  refuseAboveDay(limits, wallet.toppedUp + wallet.pending, amount);
}
