/** A moment as people at the bar say it: `23:45`, by the venue's clock. */
export function clockTime(at: string, timeZone: string): string {
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat('es-CL', format).format(new Date(at));
}
