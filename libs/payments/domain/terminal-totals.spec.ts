import { agrees, chargedByTerminal } from './terminal-totals';

describe('a terminal’s totals', () => {
  const nothing = { count: 0, amount: 0 };

  it('are the card sales of all kinds of cards, without refunds, tips and cash', () => {
    const totals = {
      ...{ tx_count: 9, tx_total: 99_000, count_credit_sales: 2, total_credit_sales: 24_000 },
      ...{ count_debit_sales: 1, total_debit_sales: 5_000, count_qr_debit_sales: 1, total_qr_debit_sales: 700 },
      ...{ count_cancel_credit: 1, total_cancel_credit: 12_000, count_tips: 1, total_tips: 900 },
      ...{ count_cash_sales: 3, total_cash_sales: 60_000 },
    };
    expect(chargedByTerminal(totals)).toEqual({ count: 4, amount: 29_700 });
  });

  it('are the line of all operations when a firmware leaves the kinds out', () => {
    expect(chargedByTerminal({ tx_count: 3, tx_total: 12_000 })).toEqual({ count: 3, amount: 12_000 });
  });

  it('say nothing when they name neither a count nor a sum', () => {
    expect(chargedByTerminal({})).toBeUndefined();
    expect(chargedByTerminal({ tx_count: 3, tx_total: null })).toBeUndefined();
  });

  it('differ by a peso as much as by a sale', () => {
    const kept = { count: 3, amount: 12_000 };
    expect(agrees(kept, kept, nothing)).toBe(true);
    expect(agrees({ count: 3, amount: 12_001 }, kept, nothing)).toBe(false);
    expect(agrees({ count: 4, amount: 12_000 }, kept, nothing)).toBe(false);
  });

  it('may count what was given back, or not', () => {
    const [kept, back] = [
      { count: 2, amount: 9_000 },
      { count: 1, amount: 3_000 },
    ];
    expect(agrees({ count: 2, amount: 9_000 }, kept, back)).toBe(true);
    expect(agrees({ count: 3, amount: 12_000 }, kept, back)).toBe(true);
    expect(agrees({ count: 3, amount: 9_000 }, kept, back)).toBe(false);
  });
});
