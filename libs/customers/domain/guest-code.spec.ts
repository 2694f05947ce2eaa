import { guestCode, readGuestCode, whyRefused } from './guest-code';

const BYTES = Uint8Array.from({ length: 32 }, (_, n) => n * 7);
const AT = new Date('2026-11-22T04:00:00Z');

describe("a guest's code", () => {
  it('is read as it was made, however the scanner spells it', () => {
    for (const kind of ['qr', 'card'] as const) {
      const code = guestCode(kind, BYTES);
      expect(code).toMatch(/^U[QK][0-9A-Z]{32}$/);
      for (const typed of [code, code.toLowerCase(), ` ${code.slice(0, 10)} ${code.slice(10)}\r\n`]) {
        expect(readGuestCode(typed)).toEqual({ kind, code });
      }
    }
  });

  it("is no ticket's, and no ticket's code is a guest's", () => {
    const token = guestCode('qr', BYTES).slice(2);
    const others = [
      token,
      'BMB 11725',
      '11725',
      'f47ac10b-58cc-4372-a567-0e02b2c3d479',
      'UQ',
      `UX${token}`,
      `UQ${token}0`,
    ];
    for (const text of others) expect(readGuestCode(text)).toBeUndefined();
  });

  it('is refused for the first thing that is wrong with it', () => {
    const good = { isUsed: false, expiresAt: new Date(AT.getTime() + 1), isActive: true };
    expect(whyRefused(undefined, AT)).toBe('guest.qr_unknown');
    expect(whyRefused({ ...good, isUsed: true, expiresAt: AT }, AT)).toBe('guest.qr_used');
    expect(whyRefused({ ...good, expiresAt: AT, isActive: false }, AT)).toBe('guest.qr_expired');
    expect(whyRefused({ ...good, isActive: false }, AT)).toBe('guest.disabled');
    expect(whyRefused({ isUsed: false, expiresAt: null, isActive: false }, AT)).toBe('guest.disabled');
  });

  it('was used by somebody a moment ago when nothing else is wrong with it', () => {
    expect(whyRefused({ isUsed: false, expiresAt: new Date(AT.getTime() + 1), isActive: true }, AT)).toBe(
      'guest.qr_used',
    );
  });
});
