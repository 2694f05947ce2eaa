import { countsFor, EXCHANGE_AFTER_MS, shareLeft } from './shown-qr';

describe('the QR that a guest shows', () => {
  const shown = { qr: 'X', cameAt: 1_000_000 };

  it('is exchanged while it still counts', () => {
    expect(countsFor(shown, shown.cameAt + EXCHANGE_AFTER_MS)).toBeGreaterThan(10_000);
    expect(shareLeft(shown, shown.cameAt + EXCHANGE_AFTER_MS)).toBe(0);
  });

  it('counts no more after a minute without another', () => {
    expect(countsFor(shown, shown.cameAt + 60_000)).toBe(0);
  });

  it('takes no harm from a clock that is put back', () => {
    expect(countsFor(shown, shown.cameAt - 3_600_000)).toBe(60_000);
  });
});
