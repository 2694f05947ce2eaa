import { isOffered, leftOf, refuseImpossible, refuseToRedeem, Reward } from '.';

const at = new Date('2026-11-22T04:00:00Z');
const later = new Date(at.getTime() + 1);

const reward = (given: Partial<Reward> = {}): Reward => ({
  ...{ id: 'r', venueId: 'v', name: 'Piscola', description: '', cost: 400, items: [{ productId: 'p', qty: 1 }] },
  ...{ locationId: 'l', startsAt: null, endsAt: null, stockLimit: null, perPersonLimit: null, isActive: true },
  ...{ taken: 0, createdAt: at },
  ...given,
});
const code = (given: Partial<Reward>, mine = 0): string | undefined => {
  try {
    refuseToRedeem(reward(given), mine, at);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a reward', () => {
  it('is offered from its first moment up to its last, while it is active', () => {
    expect(isOffered(reward({ startsAt: at, endsAt: later }), at)).toBe(true);
    expect(isOffered(reward({ endsAt: at }), at)).toBe(false);
    expect(isOffered(reward({ startsAt: later }), at)).toBe(false);
    expect(isOffered(reward({ isActive: false }), at)).toBe(false);
  });

  it('is refused when it is not offered, sold out, or had as often as a guest may', () => {
    expect(code({})).toBeUndefined();
    expect(code({ endsAt: at })).toBe('reward.not_offered');
    expect(code({ stockLimit: 3, taken: 2 })).toBeUndefined();
    expect(code({ stockLimit: 3, taken: 3 })).toBe('reward.sold_out');
    expect(code({ perPersonLimit: 2 }, 1)).toBeUndefined();
    expect(code({ perPersonLimit: 2 }, 2)).toBe('reward.limit_reached');
  });

  it('tells what is left, never less than nothing', () => {
    expect([leftOf(null, 9), leftOf(3, 2), leftOf(1, 2)]).toEqual([null, 1, 0]);
  });

  it('ends after it begins, and has no limit below what was redeemed', () => {
    expect(() => refuseImpossible(reward({ startsAt: at, endsAt: at }), 0)).toThrow('reward.window_invalid');
    expect(() => refuseImpossible(reward({ stockLimit: 2 }), 3)).toThrow('reward.limit_below_taken');
    expect(() => refuseImpossible(reward({ stockLimit: 3, startsAt: at, endsAt: later }), 3)).not.toThrow();
  });
});
