/** The zone of the venue's clock when nothing else is configured. */
export const VENUE_TIME_ZONE = 'America/Santiago';

/** Hours and minutes on the venue's 24-hour clock, "02:47". Takes a Date or an instant as the API writes it (ISO 8601). */
export function formatTime(instant: Date | string | number, timeZone: string = VENUE_TIME_ZONE): string {
  return clock(timeZone).format(new Date(instant));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  let found = clocks.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('es-CL', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
    clocks.set(timeZone, found);
  }
  return found;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Younger than this is "now": seconds that count up by themselves only distract. */
const STILL_NOW = 10 * SECOND;

/** How long ago something happened, in short words: "ahora", "hace 40 s", "hace 2 min", "hace 3 h". Never in the future. */
export function relativeAge(instant: Date | string | number, now: number, language: string): string {
  const age = Math.max(0, now - new Date(instant).getTime());
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  if (age < STILL_NOW) return words.format(0, 'second');
  if (age < MINUTE) return words.format(-Math.floor(age / SECOND), 'second');
  if (age < HOUR) return words.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return words.format(-Math.floor(age / HOUR), 'hour');
  return words.format(-Math.floor(age / DAY), 'day');
}
