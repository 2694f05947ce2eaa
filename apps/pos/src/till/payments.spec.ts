import { toPayments, whileCharging } from './payments';

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

  it('name the card payment that a provider approved', () => {
    const paid = { method: 'card', tendered: null, reference: null, intentId: 'i1' } as const;
    expect(toPayments([{ id: 'a', amount: 10_000, paid }])).toEqual([
      { method: 'card', amount: 10_000, payment_intent_id: 'i1' },
    ]);
  });

  it('count what nobody has paid yet as cards to come, while one is charged', () => {
    const parts = [
      { id: 'a', amount: 4_000, paid: { method: 'cash', tendered: 5_000, reference: null } },
      { id: 'b', amount: 3_000, paid: null },
      { id: 'c', amount: 2_000, paid: null },
    ] as const;
    expect(whileCharging(parts, 'b', 'i1', () => 'to come')).toEqual([
      { method: 'cash', amount: 4_000, tendered: 5_000 },
      { method: 'card', amount: 3_000, payment_intent_id: 'i1' },
      { method: 'card', amount: 2_000, payment_intent_id: 'to come' },
    ]);
  });
});
