const parts = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant, as if it were UTC, ms. */
function wallClock(instant: number, timeZone: string): number {
  let format = parts.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    parts.set(timeZone, format);
  }
  const found = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instant, ISO UTC, when the clock of a zone shows this date and time. An hour that the clock skips is the same
 * distance later; one that it shows twice is the first.
 */
export function instantAt(date: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const offset = (instant: number): number => wallClock(instant, timeZone) - instant;
  const candidates = [wanted - offset(wanted - 86_400_000), wanted - offset(wanted + 86_400_000)];
  const shown = candidates.filter((instant) => wallClock(instant, timeZone) === wanted);
  return new Date(shown.length > 0 ? Math.min(...shown) : Math.max(...candidates)).toISOString();
}

/** "22:30", what the clock of a zone shows at an instant. */
export function clockOf(instant: string, timeZone: string): string {
  return new Date(wallClock(Math.floor(Date.parse(instant) / 1_000) * 1_000, timeZone)).toISOString().slice(11, 16);
}

/** Today's date in a zone, `YYYY-MM-DD`. */
export function todayIn(timeZone: string, now: number = Date.now()): string {
  return new Date(wallClock(Math.floor(now / 1_000) * 1_000, timeZone)).toISOString().slice(0, 10);
}

/** A date some days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
