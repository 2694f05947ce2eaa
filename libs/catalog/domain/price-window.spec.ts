import { isOpen, nextChangeAt, PriceWindow } from './price-window';
import { wallClock } from './wall-clock';

const SANTIAGO = 'America/Santiago';
const SATURDAY = 6;
const SUNDAY = 7;

function window(weekdays: number[], from: string, to: string): PriceWindow {
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return { id: 'w', name: 'Happy hour', weekdays, fromMinute: minutes(from), toMinute: minutes(to) };
}

function openAt(given: PriceWindow, utc: string): boolean {
  return isOpen(given, wallClock(new Date(utc), SANTIAGO));
}

describe('the clock on the wall', () => {
  it('shows the weekday and minute of the house, not those of UTC', () => {
    // Winter time, UTC-4: Saturday 23:30 in Santiago is Sunday in UTC.
    expect(wallClock(new Date('2026-07-05T03:30:00Z'), SANTIAGO)).toEqual({ weekday: SATURDAY, minute: 23 * 60 + 30 });
    // Summer time, UTC-3.
    expect(wallClock(new Date('2026-01-01T15:05:59Z'), SANTIAGO)).toEqual({ weekday: 4, minute: 12 * 60 + 5 });
    expect(wallClock(new Date('2026-07-06T00:00:00Z'), 'UTC')).toEqual({ weekday: 1, minute: 0 });
    expect(wallClock(new Date('2026-07-05T20:00:00Z'), 'Asia/Kathmandu')).toEqual({ weekday: 1, minute: 105 });
  });
});

describe('a price window', () => {
  const evening = window([SATURDAY], '22:00', '23:30');
  const pastMidnight = window([SATURDAY], '22:00', '00:30');

  it('begins with its first minute and is over at its last', () => {
    expect(openAt(evening, '2026-07-05T01:59:59Z')).toBe(false);
    expect(openAt(evening, '2026-07-05T02:00:00Z')).toBe(true);
    expect(openAt(evening, '2026-07-05T03:29:59Z')).toBe(true);
    expect(openAt(evening, '2026-07-05T03:30:00Z')).toBe(false);
  });

  it('that crosses midnight belongs to the day on which it started', () => {
    expect(openAt(pastMidnight, '2026-07-05T04:29:00Z')).toBe(true);
    expect(openAt(pastMidnight, '2026-07-05T04:30:00Z')).toBe(false);
    // Saturday 00:10 would belong to a window of Friday.
    expect(openAt(pastMidnight, '2026-07-04T04:10:00Z')).toBe(false);
    // Sunday 22:10 would be a window of Sunday.
    expect(openAt(pastMidnight, '2026-07-06T02:10:00Z')).toBe(false);
    expect(openAt(window([SUNDAY], '22:00', '00:30'), '2026-07-06T04:10:00Z')).toBe(true);
  });

  it('lasts a day when it ends at the minute at which it starts', () => {
    const day = window([SATURDAY], '12:00', '12:00');
    expect(openAt(day, '2026-07-04T15:59:00Z')).toBe(false);
    expect(openAt(day, '2026-07-04T16:00:00Z')).toBe(true);
    expect(openAt(day, '2026-07-05T15:59:00Z')).toBe(true);
    expect(openAt(day, '2026-07-05T16:00:00Z')).toBe(false);
  });

  describe('in the night of 4 April 2026, when 24:00 becomes 23:00 again', () => {
    it('that ends at 23:30 holds again in the repeated half hour', () => {
      expect(openAt(evening, '2026-04-05T02:29:00Z')).toBe(true); // 23:29, summer time
      expect(openAt(evening, '2026-04-05T02:45:00Z')).toBe(false); // 23:45, summer time
      expect(openAt(evening, '2026-04-05T03:00:00Z')).toBe(true); // 23:00 again, winter time
      expect(openAt(evening, '2026-04-05T03:29:00Z')).toBe(true);
      expect(openAt(evening, '2026-04-05T03:30:00Z')).toBe(false);
    });

    it('that crosses midnight lasts an hour longer', () => {
      expect(openAt(pastMidnight, '2026-04-05T01:00:00Z')).toBe(true); // 22:00, summer time
      expect(openAt(pastMidnight, '2026-04-05T03:30:00Z')).toBe(true); // 23:30 again
      expect(openAt(pastMidnight, '2026-04-05T04:29:00Z')).toBe(true); // 00:29
      expect(openAt(pastMidnight, '2026-04-05T04:30:00Z')).toBe(false);
    });

    it('changes when the clock is set back', () => {
      const at = new Date('2026-04-05T02:30:00Z');
      expect(nextChangeAt([evening], at, SANTIAGO)).toEqual(new Date('2026-04-05T03:00:00Z'));
    });
  });

  describe('in the night of 5 September 2026, when 00:00 becomes 01:00', () => {
    it('that would end at 00:30 is over at the jump', () => {
      expect(openAt(pastMidnight, '2026-09-06T03:59:59Z')).toBe(true); // 23:59:59, winter time
      expect(openAt(pastMidnight, '2026-09-06T04:00:00Z')).toBe(false); // 01:00, summer time
      const at = new Date('2026-09-06T02:00:00Z');
      expect(nextChangeAt([pastMidnight], at, SANTIAGO)).toEqual(new Date('2026-09-06T04:00:00Z'));
    });

    it('that would lie in the skipped hour does not happen', () => {
      const skipped = window([SUNDAY], '00:10', '00:50');
      const at = new Date('2026-09-06T03:00:00Z');
      // The next Sunday at 00:10, UTC-3.
      expect(nextChangeAt([skipped], at, SANTIAGO)).toEqual(new Date('2026-09-13T03:10:00Z'));
    });
  });

  describe('the next change', () => {
    it('is the nearest start or end among all windows', () => {
      const thursday = window([4], '20:00', '21:00');
      const at = new Date('2026-07-02T12:00:00Z'); // Thursday
      expect(nextChangeAt([evening, thursday], at, SANTIAGO)).toEqual(new Date('2026-07-03T00:00:00Z'));
      const during = new Date('2026-07-03T00:20:30Z');
      expect(nextChangeAt([evening, thursday], during, SANTIAGO)).toEqual(new Date('2026-07-03T01:00:00Z'));
    });

    it('is not the moment in which one window hands over to itself', () => {
      const always = window([1, 2, 3, 4, 5, 6, 7], '12:00', '12:00');
      expect(nextChangeAt([always], new Date('2026-07-02T12:00:00Z'), SANTIAGO)).toBeNull();
    });

    it('is none without windows', () => {
      expect(nextChangeAt([], new Date(), SANTIAGO)).toBeNull();
    });
  });
});
