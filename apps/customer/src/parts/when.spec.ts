import { countdown, dayInWords } from './when';

describe('times that a guest reads', () => {
  it('names the evening of a party without asking in which zone the telephone is', () => {
    expect(dayInWords('2026-11-27', 'es')).toBe('viernes 27 de noviembre');
    expect(dayInWords('2026-11-27', 'en')).toBe('Friday 27 November');
  });

  it.each([
    [900_000, '15:00'],
    [61_001, '1:02'],
    [400, '0:01'],
    [-5_000, '0:00'],
  ])('counts %d ms down as %s', (ms, shown) => {
    expect(countdown(ms)).toBe(shown);
  });
});
