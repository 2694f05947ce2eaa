import { DomainError } from '@libs/kernel';

/**
 * Seconds for which a person is locked after the first, second, … wrong PIN in a row. Its length is the number of
 * wrong PINs after which only a supervisor helps.
 */
export const PIN_LOCK_SECONDS = [0, 0, 0, 0, 30, 60, 120, 240, 480, 900] as const;
/** Wrong PINs in a row before the first lock. */
export const PIN_FREE_ATTEMPTS = 5;
/** Wrong PINs on one tablet, of whomever, that lock it when they fall within the window. */
export const DEVICE_ATTEMPTS = 20;
export const DEVICE_WINDOW_SECONDS = 600;
export const DEVICE_LOCK_SECONDS = 900;
/** Wrong passwords of one username that lock it, and for how long. */
export const ADMIN_ATTEMPTS = 5;
export const ADMIN_LOCK_SECONDS = 900;
/** Wrong PINs of one person typed in a session without a tablet, counted apart: they lock nobody out of the till. */
export const DESK_ATTEMPTS = 5;
export const DESK_LOCK_SECONDS = 900;

/** What stands in the way of trying a PIN. */
export interface PinState {
  readonly lockedUntil: Date | null;
  readonly needsUnlock: boolean;
}

/** @returns the refusal for somebody who may not try now, or undefined */
export function refusalOf(state: PinState, now: Date): DomainError | undefined {
  if (state.needsUnlock) return new DomainError('pin.needs_supervisor', 'locked');
  const retryAfterS = secondsUntil(state.lockedUntil, now);
  return retryAfterS > 0 ? new DomainError('pin.locked', 'rate_limited', { retryAfterS }) : undefined;
}

/** @param failures wrong PINs in a row on tablets, this one included */
export function wrongPin(failures: number): DomainError {
  if (failures >= PIN_LOCK_SECONDS.length) return new DomainError('pin.needs_supervisor', 'locked');
  return refused(PIN_FREE_ATTEMPTS - failures, PIN_LOCK_SECONDS[failures - 1] ?? 0);
}

/** @param failures wrong PINs in a row without a tablet, this one included */
export function wrongPinAtDesk(failures: number): DomainError {
  return refused(DESK_ATTEMPTS - failures, failures >= DESK_ATTEMPTS ? DESK_LOCK_SECONDS : 0);
}

function refused(attemptsLeft: number, retryAfterS: number): DomainError {
  const facts = { attemptsLeft: Math.max(0, attemptsLeft), ...(retryAfterS > 0 ? { retryAfterS } : {}) };
  return new DomainError('pin.wrong', 'unauthenticated', facts);
}

/** Whole seconds from now on, 0 when the moment has passed or was never set. */
export function secondsUntil(moment: Date | null, now: Date): number {
  return moment ? Math.max(0, Math.ceil((moment.getTime() - now.getTime()) / 1000)) : 0;
}
