import { alarmAt, DoorEntry, DoorNight, raisesAlarm, verdictOf } from '.';

const now = new Date('2026-11-22T02:00:00Z');
const night: DoorNight = { id: 'n', name: 'Sábado', doorsOpenAt: new Date('2026-11-22T02:00:00Z'), capacity: 100 };
const good: DoorEntry = { id: 'e', nightId: 'n', checkedInAt: null, isInside: false, isVoid: false };
const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

describe('what a door says to an entry', () => {
  it('is yes to a good one of tonight', () => {
    expect(verdictOf(good, night, now, 30)).toBe('valid');
  });

  it('is yes again to somebody who went out by an exit scan, and no to somebody inside', () => {
    expect(verdictOf({ ...good, checkedInAt: now, isInside: true }, night, now, 30)).toBe('used');
    expect(verdictOf({ ...good, checkedInAt: now }, night, now, 30)).toBe('valid');
  });

  it('is no to a void one first, then to another night, also when no night is on', () => {
    expect(verdictOf({ ...good, isVoid: true, nightId: 'x' }, night, now, 30)).toBe('void');
    expect(verdictOf({ ...good, nightId: 'x' }, night, now, 30)).toBe('wrong_night');
    expect(verdictOf(good, undefined, now, 30)).toBe('wrong_night');
  });

  it('is too early until the house lets people in before its doors open', () => {
    expect(verdictOf(good, night, at(-30), 30)).toBe('valid');
    expect(verdictOf(good, night, new Date(at(-30).getTime() - 1), 30)).toBe('too_early');
    expect(verdictOf(good, { ...night, doorsOpenAt: null }, at(-600), 30)).toBe('valid');
  });
});

describe('the alarm before the legal limit', () => {
  it('rings at the share of the capacity that the house decided, rounded up to a person', () => {
    expect(alarmAt(100, 90)).toBe(90);
    expect(alarmAt(33, 90)).toBe(30);
  });

  it('rings when the house fills up past it, and not for everybody after', () => {
    expect(raisesAlarm(90, 1, 100, 90)).toBe(true);
    expect(raisesAlarm(93, 5, 100, 90)).toBe(true);
    expect(raisesAlarm(91, 1, 100, 90)).toBe(false);
    expect(raisesAlarm(89, 1, 100, 90)).toBe(false);
    expect(raisesAlarm(89, -1, 100, 90)).toBe(false);
    expect(raisesAlarm(5_000, 1, null, 90)).toBe(false);
  });
});
