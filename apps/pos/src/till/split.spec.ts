import {
  equalShares,
  nextDue,
  paidAmount,
  type Part,
  payPart,
  shareOut,
  stillDue,
  unpayWallet,
  waysBeside,
} from './split';

const CASH = { method: 'cash', tendered: 10_000, reference: null } as const;

describe('equal shares', () => {
  it('are whole tens, and the last guest takes what is left', () => {
    expect(equalShares(24_700, 3)).toEqual([8_230, 8_230, 8_240]);
    expect(equalShares(24_700, 2)).toEqual([12_350, 12_350]);
  });

  it('always add up to the total, odd pesos included', () => {
    for (const total of [7, 999, 24_701, 180_003]) {
      for (const count of [1, 2, 3, 5, 7]) {
        const shares = equalShares(total, count);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        expect(Math.min(...shares)).toBeGreaterThan(0);
      }
    }
  });

  it('are refused where there is nothing to share', () => {
    expect(() => equalShares(2, 3)).toThrow(RangeError);
    expect(() => equalShares(1_000, 0)).toThrow(RangeError);
  });
});

describe('a sale paid by several guests', () => {
  const parts: Part[] = [
    { id: 'a', amount: 10_000, paid: null },
    { id: 'b', amount: 14_700, paid: null },
  ];

  it('knows what is paid, what is due and who is next', () => {
    const after = payPart(parts, 'a', CASH);
    expect(paidAmount(after)).toBe(10_000);
    expect(stillDue(24_700, after)).toBe(14_700);
    expect(nextDue(after)?.id).toBe('b');
    expect(nextDue(payPart(after, 'b', CASH))).toBeUndefined();
  });

  it('takes any amount of what is due and leaves the rest as the next share', () => {
    const after = shareOut(24_700, payPart(parts, 'a', CASH), 4_700, ['c', 'd']);
    expect(after.map((part) => [part.id, part.amount, part.paid !== null])).toEqual([
      ['a', 10_000, true],
      ['c', 4_700, false],
      ['d', 10_000, false],
    ]);
  });

  it('has no share left over when the amount is all that is due', () => {
    expect(shareOut(24_700, payPart(parts, 'a', CASH), 14_700, ['c', 'd']).map((part) => part.id)).toEqual(['a', 'c']);
  });

  it('never takes more than is due, nor nothing', () => {
    expect(() => shareOut(24_700, parts, 24_701, ['c', 'd'])).toThrow(RangeError);
    expect(() => shareOut(24_700, parts, 0, ['c', 'd'])).toThrow(RangeError);
  });

  it('leaves an odd end to the last share, because the law rounds the cash of a sale only once', () => {
    expect(() => shareOut(24_703, parts, 8_233, ['c', 'd'])).toThrow(RangeError);
    expect(shareOut(24_703, [], 24_703, ['c', 'd']).map((part) => part.amount)).toEqual([24_703]);
  });
});

describe('a wallet among the shares', () => {
  const WALLET = { method: 'wallet', tendered: null, reference: null, walletToken: 'tok' } as const;
  const CHARGED = { method: 'card', tendered: null, reference: null, intentId: 'i' } as const;
  const due: Part[] = [
    { id: 'a', amount: 5_000, paid: null },
    { id: 'b', amount: 5_000, paid: null },
  ];

  it('is one a sale, and not beside a card that a provider charges', () => {
    const methods = ['card', 'cash', 'wallet'] as const;
    expect(waysBeside(due, methods, true)).toEqual(['card', 'cash', 'wallet']);
    expect(waysBeside(payPart(due, 'a', WALLET), methods, true)).toEqual(['cash']);
    expect(waysBeside(payPart(due, 'a', WALLET), methods, false)).toEqual(['card', 'cash']);
    expect(waysBeside(payPart(due, 'a', CHARGED), methods, true)).toEqual(['card', 'cash']);
  });

  it('is due again once the wallet said no, and the cash that was taken stays', () => {
    const paid = payPart(payPart(due, 'a', WALLET), 'b', CASH);
    expect(stillDue(10_000, unpayWallet(paid))).toBe(5_000);
  });
});
