import { DomainError } from '@libs/kernel';

/** What a venue lets a customer keep and bring, in pesos. */
export interface Limits {
  readonly maxBalance: number;
  /** Within 24 hours up to now, whatever the calendar says. */
  readonly maxTopUpADay: number;
}

/** Until a venue decides otherwise. */
export const USUAL_LIMITS: Limits = { maxBalance: 500_000, maxTopUpADay: 300_000 };

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
