/** People counted by hand that the server has not written down yet. */
export interface Clicks {
  /** What was sent last, under which key; repeated as it was until its fate is known. */
  readonly sent: { readonly key: string; readonly delta: number } | null;
  /** Pressed since then. */
  readonly waiting: number;
}

export const NO_CLICKS: Clicks = { sent: null, waiting: 0 };

/** Most people that one request may count. */
export const MOST_AT_ONCE = 50;

/** Everything that is counted on this screen and not by the server. */
export function pendingOf({ sent, waiting }: Clicks): number {
  return (sent?.delta ?? 0) + waiting;
}

/** What to send now: the same as before while its fate is unknown, else all that waits. */
export function toSend(clicks: Clicks, newKey: () => string): Clicks {
  if (clicks.sent || clicks.waiting === 0) return clicks;
  const delta = Math.max(-MOST_AT_ONCE, Math.min(MOST_AT_ONCE, clicks.waiting));
  return { sent: { key: newKey(), delta }, waiting: clicks.waiting - delta };
}
