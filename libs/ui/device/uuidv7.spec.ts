import { uuidv7 } from './uuidv7';

describe('ids born on the till', () => {
  it('have the shape of version 7', () =>
    expect(uuidv7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

  it('carry their millisecond', () => {
    const later = Date.now() + 60_000;
    expect(Number.parseInt(uuidv7(later).replaceAll('-', '').slice(0, 12), 16)).toBe(later);
  });

  it('sort in the order they were made, without repeats, even within one millisecond', () => {
    const now = Date.now() + 120_000;
    const ids = Array.from({ length: 20_000 }, () => uuidv7(now));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it('keep sorting when the clock of the tablet steps back', () => {
    const now = Date.now() + 600_000;
    expect(uuidv7(now) < uuidv7(now - 5_000)).toBe(true);
  });
});
