const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** What the clock on the wall of a house shows. */
export interface WallClock {
  /** ISO weekday, 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Minutes since midnight, 0 to 1439. */
  readonly minute: number;
}

/** Making a formatter costs a hundred times what using one does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** How far the wall clock is ahead of UTC at that moment, in minutes; negative west of Greenwich. */
export function offsetMinutes(at: Date, timeZone: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(formatterOf(timeZone).format(at)) ?? [];
  if (sign === undefined) return 0;
  const ahead = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -ahead : ahead;
}

/** @param timeZone an IANA name such as `America/Santiago` */
export function wallClock(at: Date, timeZone: string): WallClock {
  const minutes = Math.floor(at.getTime() / MINUTE_MS) + offsetMinutes(at, timeZone);
  const day = Math.floor(minutes / DAY_MINUTES);
  // 1 January 1970 was a Thursday.
  return { weekday: ((((day + 3) % 7) + 7) % 7) + 1, minute: minutes - day * DAY_MINUTES };
}

/** The day before, 1 after 2, 7 after 1. */
export function dayBefore(weekday: number): number {
  return weekday === 1 ? 7 : weekday - 1;
}
