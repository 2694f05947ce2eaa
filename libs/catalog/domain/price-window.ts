import { dayBefore, offsetMinutes, wallClock, WallClock } from './wall-clock';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** Two weeks and a day: a weekly window may miss one turn, on the night that the clock skips it. */
const HORIZON_MS = 15 * DAY_MINUTES * MINUTE_MS;

/**
 * A recurring stretch of the week with prices of its own (happy hour), by the clock on the wall: when that clock is
 * set back, the repeated hour belongs to it twice; what the clock skips does not happen.
 */
export interface PriceWindow {
  readonly id: string;
  readonly name: string;
  /** ISO weekdays on which it starts. */
  readonly weekdays: readonly number[];
  /** Minutes since midnight at which it starts. */
  readonly fromMinute: number;
  /** Minutes since midnight at which it is over; at or before the start means the next day. */
  readonly toMinute: number;
}

/** Whether the window's prices are those of this moment. Its first minute belongs to it, its last one does not. */
export function isOpen(window: PriceWindow, { weekday, minute }: WallClock): boolean {
  const { weekdays, fromMinute, toMinute } = window;
  if (fromMinute < toMinute) return minute >= fromMinute && minute < toMinute && weekdays.includes(weekday);
  if (minute >= fromMinute) return weekdays.includes(weekday);
  return minute < toMinute && weekdays.includes(dayBefore(weekday));
}

/** @returns when the next of these windows starts or ends, null when none does within two weeks */
export function nextChangeAt(windows: readonly PriceWindow[], at: Date, timeZone: string): Date | null {
  if (windows.length === 0) return null;
  const stateAt = (moment: Date): string => {
    const clock = wallClock(moment, timeZone);
    return windows.map((window) => (isOpen(window, clock) ? '1' : '0')).join('');
  };
  const boundaries = windows.flatMap((window) => [window.fromMinute, window.toMinute]);
  const now = stateAt(at);
  let moment = at;
  while (moment.getTime() - at.getTime() < HORIZON_MS) {
    moment = nextBoundary(boundaries, moment, timeZone);
    if (stateAt(moment) !== now) return moment;
  }
  return null;
}

/** The next moment at which the wall clock shows one of these minutes, or is itself set. */
function nextBoundary(boundaries: readonly number[], at: Date, timeZone: string): Date {
  const { minute } = wallClock(at, timeZone);
  const wait = Math.min(
    ...boundaries.map((boundary) => (boundary - minute + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES),
  );
  const started = Math.floor(at.getTime() / MINUTE_MS);
  return clockChange(started, started + wait, timeZone) ?? new Date((started + wait) * MINUTE_MS);
}

/** @returns the first minute after `from`, up to `to`, in which the offset is another one. Both in minutes of Unix time */
function clockChange(from: number, to: number, timeZone: string): Date | undefined {
  const offsetAt = (minute: number): number => offsetMinutes(new Date(minute * MINUTE_MS), timeZone);
  const before = offsetAt(from);
  if (offsetAt(to) === before) return undefined;
  let [same, other] = [from, to];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(middle) === before) same = middle;
    else other = middle;
  }
  return new Date(other * MINUTE_MS);
}
