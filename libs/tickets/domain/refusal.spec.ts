import { canBeAllowed, isHonestMistake, RefusalFacts, refusalOf, reasonIgnoringPermission } from '.';

const now = new Date('2026-11-22T03:00:00Z');
const rules = { maxAgeHours: 24, maxAttempts: 3 };
const good: RefusalFacts = {
  status: 'OPEN',
  ticketType: 'delivery',
  intact: true,
  createdAt: new Date('2026-11-22T01:00:00Z'),
  refusedCount: 0,
  allowedUntil: null,
};
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('whether a ticket may be delivered', () => {
  it('lets a good ticket pass', () => {
    expect(refusalOf(good, rules, now)).toBeUndefined();
  });

  it('refuses a void and a changed ticket, whoever allowed it', () => {
    const allowedUntil = new Date(now.getTime() + 1000);
    expect(refusalOf({ ...good, status: 'VOID', allowedUntil }, rules, now)).toBe('ticket.void');
    expect(refusalOf({ ...good, intact: false, allowedUntil }, rules, now)).toBe('ticket.tampered');
  });

  it('sends entries to the door and coats to the wardrobe, and calls that no attempt at fraud', () => {
    const allowedUntil = new Date(now.getTime() + 1000);
    expect(refusalOf({ ...good, ticketType: 'entry', allowedUntil }, rules, now)).toBe('ticket.for_the_door');
    expect(refusalOf({ ...good, ticketType: 'wardrobe' }, rules, now)).toBe('ticket.for_the_wardrobe');
    expect(refusalOf({ ...good, ticketType: 'entry', status: 'VOID' }, rules, now)).toBe('ticket.void');
    const reasons = ['ticket.for_the_door', 'ticket.for_the_wardrobe', 'ticket.void', 'ticket.too_old'];
    expect(reasons.map(isHonestMistake)).toEqual([true, true, false, false]);
    expect(canBeAllowed('ticket.for_the_door')).toBe(false);
  });

  it('refuses one that is older than the house allows, to the millisecond', () => {
    expect(refusalOf({ ...good, createdAt: hoursAgo(24) }, rules, now)).toBeUndefined();
    expect(refusalOf({ ...good, createdAt: new Date(hoursAgo(24).getTime() - 1) }, rules, now)).toBe('ticket.too_old');
  });

  it('refuses one that was refused as often as the house allows', () => {
    expect(refusalOf({ ...good, refusedCount: 2 }, rules, now)).toBeUndefined();
    expect(refusalOf({ ...good, refusedCount: 3 }, rules, now)).toBe('ticket.too_many_attempts');
  });

  it('lets an old and often refused one pass until the supervisor’s permission ends', () => {
    const old = { ...good, createdAt: hoursAgo(30), refusedCount: 5 };
    expect(refusalOf({ ...old, allowedUntil: new Date(now.getTime() + 1) }, rules, now)).toBeUndefined();
    expect(refusalOf({ ...old, allowedUntil: now }, rules, now)).toBe('ticket.too_old');
    expect(reasonIgnoringPermission({ ...old, allowedUntil: new Date(now.getTime() + 1) }, rules, now)).toBe(
      'ticket.too_old',
    );
  });

  it('leaves only age and attempts to a supervisor', () => {
    const reasons = ['ticket.too_old', 'ticket.too_many_attempts', 'ticket.void', 'ticket.tampered', 'ticket.unknown'];
    expect(reasons.filter(canBeAllowed)).toEqual(['ticket.too_old', 'ticket.too_many_attempts']);
    expect(canBeAllowed(null)).toBe(false);
  });
});
