import { amountOf, heedsFreeze, Posting, PostOutcome, refuseAboveDay, settle, StandingTransfer } from '.';

const POSTING: Posting = {
  ...{ venueId: 'club', nightId: null, customerId: 'guest', at: new Date(0) },
  actor: { employeeId: null, employeeName: null, deviceId: null, ip: null },
  ...{ asset: 'CLP', houseRole: 'sales', kind: 'payment', amount: -400, reference: { kind: 'sale', id: 'sale' } },
};
const EARLIER: StandingTransfer = {
  ...{ id: 'first', venueId: 'club', customerId: 'guest', accountId: 'account', asset: 'CLP', houseRole: 'sales' },
  ...{ kind: 'payment', amount: -400, balance: 600, returnsOf: null, reference: { kind: 'sale', id: 'sale' } },
};

const codeOf = (outcome: PostOutcome, posting = POSTING): string => {
  try {
    settle(posting, outcome);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'settled';
};

describe('a transfer', () => {
  it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1_000_000_001])(
    'does not move an amount of %s',
    (amount) => {
      expect(() => amountOf(amount)).toThrow('wallet.amount_invalid');
    },
  );

  it('answers a repeated act with what was done', () => {
    expect(settle(POSTING, { state: 'known', earlier: EARLIER })).toEqual({
      ...{ transferId: 'first', accountId: 'account', balance: 600, replayed: true },
    });
  });

  it.each([{ customerId: 'another' }, { amount: -401 }, { venueId: 'another' }, { asset: 'POINTS' as const }])(
    'refuses a reference that stands for something else: %j',
    (other) => {
      expect(codeOf({ state: 'known', earlier: { ...EARLIER, ...other } })).toBe('wallet.reference_taken');
    },
  );

  it('tells why money did not move', () => {
    expect(codeOf({ state: 'refused', balance: 399, isFrozen: false })).toBe('wallet.insufficient_funds');
    expect(codeOf({ state: 'refused', balance: 900, isFrozen: true })).toBe('wallet.frozen');
    const topUp: Posting = { ...POSTING, kind: 'top_up', amount: 400, maxBalance: 500 };
    expect(codeOf({ state: 'refused', balance: 200, isFrozen: true }, topUp)).toBe('wallet.limit_exceeded');
  });

  it('is stopped by a freeze only where the customer takes something out', () => {
    expect((['payment', 'payout', 'points_spent'] as const).every(heedsFreeze)).toBe(true);
    expect((['top_up', 'refund', 'reversal', 'adjustment', 'points_expired'] as const).some(heedsFreeze)).toBe(false);
  });

  it('may reach the limit of the day, and not go a peso beyond', () => {
    const limits = { maxTopUp: 1, maxBalance: 10_000, maxTopUpADay: 5_000 };
    expect(() => refuseAboveDay(limits, 4_000, 1_000)).not.toThrow();
    expect(() => refuseAboveDay(limits, 4_000, 1_001)).toThrow('wallet.limit_exceeded');
  });
});
