import type { PaymentIntent } from '../../app/wire';
import { fallbackOf, isOver, leftToRefund, outcomeOf, saleOf, toneOf } from './intent';

type Known = Parameters<typeof isOver>[0];
const intent = (given: Partial<Known>): Known => ({
  status: 'APPROVED',
  flag: null,
  amount: 10_000,
  refunded_amount: 0,
  taken_at: null,
  ...given,
});

describe('a charge', () => {
  it('is over once it is known that nothing was charged', () => {
    const statuses: PaymentIntent['status'][] = ['DECLINED', 'CANCELLED', 'EXPIRED', 'ERROR'];
    expect(statuses.map((status) => isOver(intent({ status })))).toEqual([true, true, true, true]);
    expect(isOver(intent({ status: 'UNKNOWN' }))).toBe(false);
    expect(isOver(intent({ status: 'IN_PROGRESS' }))).toBe(false);
  });

  it('that was approved is over when it is sold, refunded, or left to a person', () => {
    expect(isOver(intent({}))).toBe(false);
    expect(isOver(intent({ taken_at: '2026-11-21T04:00:00Z' }))).toBe(true);
    expect(isOver(intent({ refunded_amount: 10_000 }))).toBe(true);
    expect(isOver(intent({ flag: 'sale_not_possible' }))).toBe(true);
  });

  it('is amber whenever a person has to look, whatever its outcome', () => {
    expect(toneOf(intent({ flag: 'late_approval', status: 'CANCELLED' }))).toBe('warn');
    expect(toneOf(intent({ status: 'UNKNOWN' }))).toBe('warn');
    expect(toneOf(intent({}))).toBe('ok');
    expect(toneOf(intent({ status: 'DECLINED' }))).toBe('bad');
    expect(toneOf(intent({ status: 'CANCELLED' }))).toBe('idle');
  });

  it('whose approval came too late is not said to be uncharged', () => {
    expect(outcomeOf(intent({ status: 'CANCELLED', flag: 'late_approval' }))).toBe('LATE');
    expect(outcomeOf(intent({ status: 'CANCELLED' }))).toBe('CANCELLED');
  });

  it('can be refunded up to what is left, also when its approval came too late', () => {
    expect(leftToRefund(intent({ refunded_amount: 4_000 }))).toBe(6_000);
    expect(leftToRefund(intent({ status: 'CANCELLED', flag: 'late_approval' }))).toBe(10_000);
    expect(leftToRefund(intent({ status: 'CANCELLED' }))).toBe(0);
    expect(leftToRefund(intent({ status: 'UNKNOWN', flag: 'amount_differs' }))).toBe(0);
  });

  it('tells apart what is sold, what may still be, and what never will', () => {
    expect(saleOf(intent({ taken_at: '2026-11-21T04:00:00Z' }))).toBe('sold');
    expect(saleOf(intent({ status: 'IN_PROGRESS' }))).toBe('not_sold');
    expect(saleOf(intent({ status: 'DECLINED' }))).toBe('no_sale');
  });
});

it('reads why the backup was used', () => {
  expect(fallbackOf('DECLINED: Fondos: insuficientes')).toEqual({
    status: 'DECLINED',
    reason: 'Fondos: insuficientes',
  });
  expect(fallbackOf('EXPIRED')).toEqual({ status: 'EXPIRED', reason: null });
});
