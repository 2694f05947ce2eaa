/** Somebody waits for a code from their mail. */
export interface WaitingFor {
  readonly email: string;
  /** Goes with the code. */
  readonly token: string;
  readonly expiresAt: string;
}

type Purpose = 'register' | 'reset';

const keyOf = (purpose: Purpose): string => `noche.customer.waiting.${purpose}`;

/**
 * Kept on the device: who looks into the mailbox leaves the app, and a telephone may close it meanwhile. The token says
 * nothing without the code.
 */
export function keepWaiting(purpose: Purpose, waiting: WaitingFor | null): void {
  try {
    if (waiting) localStorage.setItem(keyOf(purpose), JSON.stringify(waiting));
    else localStorage.removeItem(keyOf(purpose));
  } catch {
    // Storage refused: it lasts until the page closes.
  }
}

/** What was waited for when the app was closed, unless its time is over. */
export function keptWaiting(purpose: Purpose, now: number): WaitingFor | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(purpose)) ?? 'null') as WaitingFor | null;
    return kept && Date.parse(kept.expiresAt) > now ? kept : null;
  } catch {
    return null;
  }
}
