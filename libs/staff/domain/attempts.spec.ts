import { PIN_LOCK_SECONDS, refusalOf, wrongPin, wrongPinAtDesk } from './attempts';

const NOW = new Date('2026-11-21T03:00:00Z');

describe('wrong PINs', () => {
  it('lock from the fifth on for 30 s, doubling, never above 15 minutes', () => {
    expect(PIN_LOCK_SECONDS).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900]);
  });

  it('tell how many tries are left, then how long the lock is, then that a supervisor is needed', () => {
    expect(wrongPin(1)).toMatchObject({ code: 'pin.wrong', facts: { attemptsLeft: 4 } });
    expect(wrongPin(5)).toMatchObject({ code: 'pin.wrong', facts: { attemptsLeft: 0, retryAfterS: 30 } });
    expect(wrongPin(8)).toMatchObject({ code: 'pin.wrong', facts: { attemptsLeft: 0, retryAfterS: 240 } });
    expect(wrongPin(10)).toMatchObject({ code: 'pin.needs_supervisor', kind: 'locked' });
    expect(wrongPinAtDesk(5)).toMatchObject({ code: 'pin.wrong', facts: { attemptsLeft: 0, retryAfterS: 900 } });
  });

  it('keep a person out until the lock has run out, to the millisecond', () => {
    const until = (ms: number) => ({ lockedUntil: new Date(NOW.getTime() + ms), needsUnlock: false });
    expect(refusalOf(until(1), NOW)).toMatchObject({ code: 'pin.locked', facts: { retryAfterS: 1 } });
    expect(refusalOf(until(0), NOW)).toBeUndefined();
    expect(refusalOf({ lockedUntil: null, needsUnlock: true }, NOW)).toMatchObject({ code: 'pin.needs_supervisor' });
  });
});
