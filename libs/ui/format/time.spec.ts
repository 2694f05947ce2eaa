import { formatTime, relativeAge } from './time';

describe('the clock of the venue', () => {
  it('shows an instant of the API in Santiago, whatever zone the tablet is set to', () =>
    expect(formatTime('2026-11-24T05:47:30Z')).toBe('02:47'));

  it('calls midnight 00:00', () => expect(formatTime('2026-11-24T03:00:00Z')).toBe('00:00'));

  it('follows the zone of another venue', () =>
    expect(formatTime('2026-11-24T05:47:30Z', 'Europe/Madrid')).toBe('06:47'));

  it('repeats 23:30 on the night the clocks go back', () => {
    expect(formatTime('2026-04-05T02:30:00Z')).toBe('23:30');
    expect(formatTime('2026-04-05T03:30:00Z')).toBe('23:30');
  });
});

describe('how long ago', () => {
  const now = Date.parse('2026-11-24T05:00:00Z');
  const ago = (ms: number, language = 'es'): string => relativeAge(now - ms, now, language);

  it.each([
    [3_000, 'ahora'],
    [40_000, 'hace 40 s'],
    [125_000, 'hace 2 min'],
    [3 * 3_600_000, 'hace 3 h'],
  ])('%d ms ago reads "%s"', (ms, words) => expect(ago(ms)).toBe(words));

  it('speaks English too', () => expect(ago(125_000, 'en')).toBe('2 min. ago'));

  it('calls an instant ahead of a slow tablet clock "now"', () => expect(ago(-60_000)).toBe('ahora'));
});
