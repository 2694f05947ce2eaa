import { formatTime } from '@libs/ui';

const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'es-CL');

/** A calendar day, which has no hour and no zone: "viernes 27 de noviembre". @param day `YYYY-MM-DD` */
export function dayInWords(day: string, language: string, style: 'weekday' | 'year' = 'weekday'): string {
  const shown: Intl.DateTimeFormatOptions =
    style === 'year'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : { weekday: 'long', day: 'numeric', month: 'long' };
  const words = new Intl.DateTimeFormat(localeOf(language), { ...shown, timeZone: 'UTC' });
  return words.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

/** The evening of a party and when its doors open: "viernes 27 de noviembre, 23:00". */
export function eveningInWords(day: string, doorsOpenAt: string | null, language: string): string {
  const evening = dayInWords(day, language);
  return doorsOpenAt ? `${evening}, ${formatTime(doorsOpenAt)}` : evening;
}

/** An instant on the venue's clock: "27 nov, 23:41". */
export function momentInWords(instant: string, language: string): string {
  const shown = { day: 'numeric', month: 'short', timeZone: 'America/Santiago' } as const;
  return `${new Intl.DateTimeFormat(localeOf(language), shown).format(new Date(instant))}, ${formatTime(instant)}`;
}

/** What is left of a stretch of time, "14:05"; never below zero. @param ms milliseconds */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
