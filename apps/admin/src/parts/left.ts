/** Time until an instant, "14:05" in minutes and seconds or "11 h 58 min"; nothing once it has passed. */
export function leftOf(until: string, now: number): string | undefined {
  const seconds = Math.ceil((Date.parse(until) - now) / 1_000);
  if (seconds <= 0) return undefined;
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
  return `${String(minutes)}:${String(seconds % 60).padStart(2, '0')}`;
}
