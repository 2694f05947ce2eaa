import { axisTicks, difference, isWeekBefore, perSlot, runningTotal } from './series';

const slots = [
  { minute: 0, at: '2026-11-21T01:00:00Z', amount: 10_000, count: 2, compared_amount: 8_000 },
  { minute: 30, at: '2026-11-21T01:30:00Z', amount: 25_000, count: 5, compared_amount: 12_000 },
  { minute: 60, at: '2026-11-21T02:00:00Z', amount: null, count: 0, compared_amount: 30_000 },
  { minute: 90, at: '2026-11-21T02:30:00Z', amount: null, count: 0, compared_amount: null },
];

const OVER = '2026-11-21T03:00:00Z';

describe('the sales of a night as a line', () => {
  it('ends where the night is now, while the former night goes on', () => {
    expect(perSlot(slots, OVER).map(({ now }) => now)).toEqual([10_000, 25_000, null, null]);
    expect(perSlot(slots, OVER).map(({ then }) => then)).toEqual([8_000, 12_000, 30_000, null]);
  });

  it('does not fall in the half hour that still runs, and shows the first one from its first sale', () => {
    expect(perSlot(slots, '2026-11-21T01:40:00Z').map(({ now }) => now)).toEqual([10_000, null, null, null]);
    expect(perSlot(slots, '2026-11-21T01:05:00Z').map(({ now }) => now)).toEqual([10_000, 25_000, null, null]);
  });

  it('adds up since the opening', () => {
    expect(runningTotal(slots).map(({ now }) => now)).toEqual([10_000, 35_000, null, null]);
    expect(runningTotal(slots).map(({ then }) => then)).toEqual([8_000, 20_000, 50_000, null]);
  });

  it('has an axis of five round figures above the highest point of both nights', () => {
    expect(axisTicks(perSlot(slots, OVER))).toEqual([0, 8_000, 16_000, 24_000, 32_000]);
    expect(axisTicks([{ minute: 0, at: '', now: 284_000, then: null }])).toEqual([
      0, 80_000, 160_000, 240_000, 320_000,
    ]);
    expect(axisTicks([])).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
  });
});

describe('the comparison with the former night', () => {
  it('is a share of what was sold by the same time', () => {
    expect(difference(4_812_300, 4_296_700)).toBeCloseTo(0.12, 3);
    expect(difference(50, 100)).toBe(-0.5);
  });

  it('says nothing when the former night had sold nothing yet', () => {
    expect(difference(50, 0)).toBeNull();
  });

  it('knows the same weekday a week before, across months', () => {
    expect(isWeekBefore('2026-11-27', '2026-12-04')).toBe(true);
    expect(isWeekBefore('2026-11-28', '2026-12-04')).toBe(false);
  });
});
