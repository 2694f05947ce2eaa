import { enrolCommand, isUsed } from './enrol';
import { answerOf } from './order-answer';

describe('what a terminal answered', () => {
  it('shows its message and a refusal’s code, not the zero of success', () => {
    const refused = answerOf({ response: { response_code: 5, response_message: 'No existe operación' } });
    expect(refused.fields.map(({ name, value }) => [name, value])).toEqual([
      ['message', 'No existe operación'],
      ['code', 5],
    ]);
    expect(answerOf({ response: { response_code: 0, amount: null } }).fields).toEqual([]);
  });

  it('adds up a list of sales', () => {
    const { fields } = answerOf({
      response: { sale_details: [{ amount: 5_000 }, { amount: 2_500 }, { amount: null }] },
    });
    expect(fields.map(({ name, value }) => [name, value])).toEqual([
      ['sales', 3],
      ['sales_amount', 7_500],
    ]);
  });

  it('puts number and sum of each kind of total in one line, without the empty ones', () => {
    const totals = {
      ...{ tx_count: 2, tx_total: 7_500, count_credit_sales: 2, total_credit_sales: 7_500 },
      ...{ count_cash_sales: 0, total_cash_sales: 0 },
    };
    expect(answerOf({ response: { totals } }).totals).toEqual([
      { name: 'tx', count: 2, pesos: 7_500 },
      { name: 'credit_sales', count: 2, pesos: 7_500 },
    ]);
  });

  it('is nothing while there is none', () => {
    expect(answerOf({ response: null })).toEqual({ fields: [], totals: [] });
  });
});

describe('installing an agent', () => {
  it('is one command against the server of this page', () => {
    expect(enrolCommand('AB12-CD34', 'https://club.example')).toBe(
      'node payment-agent.cjs enrol --code AB12-CD34 --api https://club.example --key-file agent.key',
    );
  });

  it('is done once the code is gone', () => {
    expect(isUsed({ enrolled_at: '2026-11-21T04:00:00Z', code_expires_at: null })).toBe(true);
    expect(isUsed({ enrolled_at: '2026-11-21T04:00:00Z', code_expires_at: '2026-11-21T04:15:00Z' })).toBe(false);
  });
});
