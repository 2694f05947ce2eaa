import { toPayments } from './payments';

describe('the payments of a shared sale', () => {
  it('say what was handed over in cash, and the voucher of everything else', () => {
    const parts = [
      { id: 'a', amount: 10_000, paid: { method: 'cash', tendered: 20_000, reference: null } },
      { id: 'b', amount: 4_700, paid: { method: 'card', tendered: null, reference: '0417' } },
    ] as const;
    expect(toPayments(parts)).toEqual([
      { method: 'cash', amount: 10_000, tendered: 20_000 },
      { method: 'card', amount: 4_700, reference: '0417' },
    ]);
  });

  it('leave out the shares that nobody paid', () => {
    expect(toPayments([{ id: 'a', amount: 10_000, paid: null }])).toEqual([]);
  });
});
