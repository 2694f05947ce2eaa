import * as fc from 'fast-check';
import { Money } from '@libs/kernel';
import { AskedPayment, cashRoundingOf, changeOf, PAYMENT_METHODS, settlePayments } from './payment';

const now = new Date('2026-11-21T03:00:00Z');
const settle = (total: number, asked: AskedPayment[], allowed: readonly AskedPayment['method'][] = PAYMENT_METHODS) =>
  settlePayments(Money.of(total), asked, allowed, now);
const refusal = (act: () => unknown): { code: string; facts: unknown } => {
  try {
    act();
  } catch (error) {
    const { code, facts } = error as { code: string; facts: unknown };
    return { code, facts };
  }
  throw new Error('nothing was refused');
};

describe('paying a sale', () => {
  it.each([
    [4_991, -1, 4_990],
    [4_995, -5, 4_990],
    [4_996, 4, 5_000],
    [4_999, 1, 5_000],
    [5_000, 0, 5_000],
  ])('rounds %i in cash by %i to %i, by law', (total, rounding, due) => {
    const [payment] = settle(total, [{ method: 'cash', amount: total }]);
    expect(payment?.rounding.pesos).toBe(rounding);
    expect(payment?.tendered?.pesos).toBe(due);
    expect(payment?.change.pesos).toBe(0);
  });

  it('gives change on what is due after rounding', () => {
    const [payment] = settle(12_997, [{ method: 'cash', amount: 12_997, tendered: 20_000 }]);
    expect({ rounding: payment?.rounding.pesos, change: payment?.change.pesos }).toEqual({
      rounding: 3,
      change: 7_000,
    });
  });

  it('rounds only what is paid in cash', () => {
    const [card, cash] = settle(10_003, [
      { method: 'card', amount: 4_997, reference: '0042' },
      { method: 'cash', amount: 5_006, tendered: 10_000 },
    ]);
    expect(card).toMatchObject({ amount: Money.of(4_997), rounding: Money.zero, tendered: null });
    expect({ rounding: cash?.rounding.pesos, change: cash?.change.pesos }).toEqual({ rounding: 4, change: 4_990 });
  });

  it('rounds the sum of several cash payments once, on the last of them', () => {
    const payments = settle(2_006, [
      { method: 'cash', amount: 1_003 },
      { method: 'cash', amount: 1_003 },
    ]);
    expect(payments.map((payment) => payment.rounding.pesos)).toEqual([0, 4]);
  });

  it.each([
    ['less', 4_999],
    ['more', 5_001],
  ])('refuses payments that make %s than the total', (_, amount) => {
    expect(refusal(() => settle(5_000, [{ method: 'cash', amount }]))).toEqual({
      code: 'sale.payments_mismatch',
      facts: { totalAmount: 5_000, paidAmount: amount },
    });
  });

  it('refuses less cash than is due', () => {
    expect(refusal(() => settle(5_006, [{ method: 'cash', amount: 5_006, tendered: 5_006 }]))).toEqual({
      code: 'sale.tendered_too_little',
      facts: { dueAmount: 5_010, tenderedAmount: 5_006 },
    });
  });

  it('refuses a method that the till does not take', () => {
    const act = () => settle(1_000, [{ method: 'card', amount: 1_000, reference: '1' }], ['cash']);
    expect(refusal(act).code).toBe('sale.method_not_allowed');
  });

  it.each(['card', 'transfer'] as const)('refuses %s without the number of a voucher', (method) => {
    expect(refusal(() => settle(1_000, [{ method, amount: 1_000 }])).code).toBe('sale.reference_missing');
  });

  it('refuses change on a card', () => {
    const act = () => settle(1_000, [{ method: 'card', amount: 1_000, tendered: 2_000, reference: '1' }]);
    expect(refusal(act).code).toBe('sale.tendered_not_cash');
  });

  it('takes a wallet by the code its owner showed, one a sale, and not beside a card that a terminal charges', () => {
    const wallet: AskedPayment = { method: 'wallet', amount: 600, walletToken: 't' };
    const cash: AskedPayment = { method: 'cash', amount: 400 };
    const [paid] = settle(1_000, [wallet, cash]);
    expect(paid).toMatchObject({ method: 'wallet', reference: null, tendered: null });
    const codeOf = (...asked: AskedPayment[]) => refusal(() => settle(1_000, asked)).code;
    expect(codeOf({ ...wallet, walletToken: undefined }, cash)).toBe('sale.wallet_token_missing');
    expect(codeOf(wallet, { ...cash, walletToken: 't' })).toBe('sale.token_not_wallet');
    expect(codeOf(wallet, { ...wallet, amount: 400 })).toBe('sale.one_wallet');
    expect(codeOf(wallet, { method: 'card', amount: 400, intentId: 'i' })).toBe('sale.wallet_with_card');
    expect(settle(1_000, [wallet, { method: 'card', amount: 400, reference: '7' }])).toHaveLength(2);
  });

  it('always adds up, whatever the split', () => {
    const part = fc.record({
      method: fc.constantFrom('cash', 'card', 'transfer'),
      amount: fc.integer({ min: 1, max: 5_000_000 }),
      extra: fc.integer({ min: 5, max: 20_000 }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 10 }), (parts) => {
        const total = parts.reduce((sum, { amount }) => sum + amount, 0);
        const payments = settle(
          total,
          parts.map(({ method, amount, extra }) =>
            method === 'cash' ? { method, amount, tendered: amount + extra } : { method, amount, reference: '7' },
          ),
        );
        expect(payments.reduce((sum, payment) => sum + payment.amount.pesos, 0)).toBe(total);
        const cash = payments.filter((payment) => payment.method === 'cash');
        const handed = cash.reduce((sum, payment) => sum + (payment.tendered?.pesos ?? 0), 0);
        const covered = cash.reduce((sum, payment) => sum + payment.amount.pesos, 0);
        const kept = handed - changeOf(payments).pesos;
        expect(kept).toBe(covered + cashRoundingOf(payments).pesos);
        expect(kept % 10).toBe(0);
        expect(Math.abs(kept - covered)).toBeLessThanOrEqual(5);
        for (const payment of payments) expect(payment.change.isNegative()).toBe(false);
      }),
    );
  });
});
