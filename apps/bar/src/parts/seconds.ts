/** Whole seconds until an instant, never below zero. */
export function secondsUntil(instant: string, nowMs: number): number {
  return Math.max(0, Math.ceil((new Date(instant).getTime() - nowMs) / 1_000));
}
