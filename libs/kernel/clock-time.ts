/** Making one costs more than a whole delivery. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as people say it at night: `23:45`, by the venue's clock. */
export function clockTime(at: string, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('es-CL', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
    formats.set(timeZone, format);
  }
  return format.format(new Date(at));
}
