import { formatTime } from '@libs/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session';

export interface Format {
  /** "vie 21 nov": a calendar date, `YYYY-MM-DD`. */
  readonly date: (day: string) => string;
  /** "viernes" */
  readonly weekday: (day: string) => string;
  /** "02:47" on the venue's clock. */
  readonly time: (instant: string) => string;
  /** "02:47:05" on the venue's clock, for what is told second by second. */
  readonly clock: (instant: string) => string;
  /** "21 nov, 02:47" on the venue's clock. */
  readonly moment: (instant: string) => string;
  /** "1.250" */
  readonly count: (value: number) => string;
  /** "12 %" */
  readonly percent: (share: number, digits?: number) => string;
}

/** Dates, times and figures in the language of the screen and the clock of the venue. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { venue } = useMe();
  const language = i18n.language === 'en' ? 'en-GB' : 'es-CL';
  return useMemo(() => makeFormat(language, venue.time_zone), [language, venue.time_zone]);
}

/** The formats of a language and a zone. */
export function makeFormat(language: string, timeZone: string): Format {
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone });
  const clock = new Intl.DateTimeFormat('es-CL', { timeStyle: 'medium', hourCycle: 'h23', timeZone });
  const count = new Intl.NumberFormat('es-CL', { useGrouping: 'always' });
  const noon = (text: string): Date => new Date(`${text}T12:00:00Z`);
  return {
    date: (text) => day.format(noon(text)).replaceAll('.', '').replace(',', ''),
    weekday: (text) => weekday.format(noon(text)),
    time: (instant) => formatTime(instant, timeZone),
    clock: (instant) => clock.format(new Date(instant)),
    moment: (instant) => `${date.format(new Date(instant)).replaceAll('.', '')}, ${formatTime(instant, timeZone)}`,
    count: (value) => count.format(value),
    percent: (share, digits = 0) =>
      `${new Intl.NumberFormat('es-CL', { maximumFractionDigits: digits }).format(share * 100)} %`,
  };
}
