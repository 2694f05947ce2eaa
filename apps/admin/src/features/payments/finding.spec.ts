import { factsOf, kindOf, resolutionsFor } from './finding';

describe('a finding', () => {
  it('of a charge shows what stands on the voucher', () => {
    const charge = { amount: 50, authorizationCode: '012345', operationNumber: 31, last4: '0042', tip: null };
    expect(factsOf({ facts: { flag: 'amount_differs', charge } })).toEqual([
      { name: 'charged_amount', value: 50, as: 'pesos' },
      { name: 'operation_number', value: 31, as: 'plain' },
      { name: 'authorization_code', value: '012345', as: 'plain' },
      { name: 'card', value: '0042', as: 'card' },
    ]);
  });

  it('of the terminal’s list shows both amounts', () => {
    const facts = { ticket: 'X99', operation_number: 5, amount: 7_000, booked_amount: 6_500 };
    expect(factsOf({ facts }).map(({ name, value }) => [name, value])).toEqual([
      ['terminal_amount', 7_000],
      ['booked_amount', 6_500],
      ['ticket', 'X99'],
      ['operation_number', 5],
    ]);
  });

  it('of the terminal’s totals shows counts and sums', () => {
    const facts = { agent_id: 'a', count: 12, amount: 90_000, booked_count: 11, booked_amount: 84_000 };
    expect(factsOf({ facts }).map(({ name, value }) => [name, value])).toEqual([
      ['terminal_count', 12],
      ['booked_count', 11],
      ['terminal_amount', 90_000],
      ['booked_amount', 84_000],
    ]);
  });

  it('without facts shows none', () => {
    expect(factsOf({ facts: { reason: null } })).toEqual([]);
  });

  it('of money to give back by hand is resolved as given back, or not at all', () => {
    expect(resolutionsFor('refund_by_hand')).toEqual(['refunded_by_hand', 'not_refunded']);
  });

  it('of money that its customer has in the wallet is no money to give back by hand', () => {
    expect(resolutionsFor('refund_in_wallet')).toEqual(['settled']);
  });

  it('of a kind nobody knows yet can be anything', () => {
    expect(kindOf('toString')).toBeUndefined();
    expect(resolutionsFor('something_new')).toHaveLength(5);
  });
});
