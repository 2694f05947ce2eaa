import { guestState } from './guest-state';

const NOW = Date.parse('2026-11-22T03:00:00Z');
const guest = { left: 2, price: null, expires_at: null, is_active: true };

describe('somebody on a guest list', () => {
  it('may come in while some of them are still outside', () => {
    expect(guestState(guest, NOW)).toBe('open');
    expect(guestState({ ...guest, left: 0 }, NOW)).toBe('arrived');
  });

  it('may not when the list is closed or its hour has passed', () => {
    expect(guestState({ ...guest, is_active: false }, NOW)).toBe('closed');
    expect(guestState({ ...guest, expires_at: '2026-11-22T03:00:00Z' }, NOW)).toBe('over');
    expect(guestState({ ...guest, expires_at: '2026-11-22T03:00:01Z' }, NOW)).toBe('open');
  });

  it('pays at the till first when the list has a price', () => {
    expect(guestState({ ...guest, price: 8_000 }, NOW)).toBe('must_pay');
  });
});
