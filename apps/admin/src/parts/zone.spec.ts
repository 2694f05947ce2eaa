import { addDays, clockOf, instantAt, todayIn } from './zone';

const SANTIAGO = 'America/Santiago';

describe('hours of the venue', () => {
  it('become instants by the clock of the venue, summer and winter', () => {
    expect(instantAt('2026-01-10', '22:30', SANTIAGO)).toBe('2026-01-11T01:30:00.000Z');
    expect(instantAt('2026-07-10', '22:30', SANTIAGO)).toBe('2026-07-11T02:30:00.000Z');
  });

  it('are the first of two when the clock goes back in the middle of the night', () => {
    expect(instantAt('2026-04-04', '23:30', SANTIAGO)).toBe('2026-04-05T02:30:00.000Z');
  });

  it('move on by an hour when the clock skips them', () => {
    expect(clockOf(instantAt('2026-09-06', '00:30', SANTIAGO), SANTIAGO)).toBe('01:30');
  });

  it('are shown again as they were written', () => {
    expect(clockOf(instantAt('2026-11-28', '04:30', SANTIAGO), SANTIAGO)).toBe('04:30');
  });

  it('know which day it is in the venue while it is already tomorrow in UTC', () => {
    expect(todayIn(SANTIAGO, Date.parse('2026-11-24T02:00:00Z'))).toBe('2026-11-23');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });
});
