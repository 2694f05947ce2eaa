import fc from 'fast-check';
import { planPayout, RefundableTopUp } from './top-up';

const topUp = (left: number, n: number): RefundableTopUp => ({ topUpId: `t${n}`, intentId: `i${n}`, left });

describe('paying a balance out', () => {
  it('takes the newest card first and goes on to the next', () => {
    const { parts, remainder } = planPayout(25_000, [topUp(10_000, 1), topUp(20_000, 2)]);
    expect(parts).toEqual([
      { topUpId: 't1', intentId: 'i1', amount: 10_000 },
      { topUpId: 't2', intentId: 'i2', amount: 15_000 },
    ]);
    expect(remainder).toBe(0);
  });

  it('leaves what came in cash', () => {
    expect(planPayout(25_000, [topUp(10_000, 1)]).remainder).toBe(15_000);
  });

  it('never gives a card more than it brought, nor all of them more than the balance', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(300_000)), (balance, brought) => {
        const { parts, remainder } = planPayout(balance, brought.map(topUp));
        const out = parts.reduce((sum, { amount }) => sum + amount, 0);
        expect(out + remainder).toBe(balance);
        for (const { intentId, amount } of parts)
          expect(amount).toBeLessThanOrEqual(brought[Number(intentId.slice(1))] ?? 0);
      }),
    );
  });
});
