import { Actor, Money, newId } from '@libs/kernel';
import { needsSignature } from './cash-movement';
import { withinBudget } from './courtesy';
import { amountOf } from './denominations';
import { RegisterSession } from './register-session';
import { DrawerFigures, exceeds, expectedCash, resultByMethod } from './session-figures';
import { nextStatus, SessionAct, SessionStatus } from './session-state';

const now = new Date('2026-11-21T03:00:00Z');
const cashier: Actor = {
  venueId: newId(),
  employeeId: newId(),
  employeeName: 'Carla',
  sessionId: newId(),
  deviceId: null,
  barId: null,
  ip: null,
  permissions: new Set(['register.operate']),
};
const figures: DrawerFigures = {
  floatAmount: 50_000,
  cashSales: 120_000,
  cashIn: 10_000,
  cashOut: 5_000,
  cashDrops: 80_000,
  otherMethods: [{ method: 'card', amount: 33_000 }],
};
const open = (suggestedFloat = 0, reason: string | null = null) =>
  RegisterSession.open({
    registerId: newId(),
    nightId: newId(),
    suggestedFloat,
    denominations: { '10000': 4, '1000': 10 },
    reason,
    authorizedBy: null,
    actor: cashier,
    now,
  });
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('a register session', () => {
  it('begins with the float that was counted', () => {
    expect(open().facts.float.amount.pesos).toBe(50_000);
    expect(amountOf({ '20000': 1, '500': 3, '10': 0 }).pesos).toBe(21_500);
  });

  it('asks why the float is not the suggested one', () => {
    expect(codeOf(() => open(60_000))).toBe('register.float_differs');
    expect(codeOf(() => open(60_000, 'faltó sencillo'))).toBeUndefined();
    expect(codeOf(() => open(50_000))).toBeUndefined();
  });

  it.each<[SessionStatus, SessionAct, string]>([
    ['OPEN', 'sell', 'OPEN'],
    ['OPEN', 'cancel', 'OPEN'],
    ['OPEN', 'move_cash', 'OPEN'],
    ['OPEN', 'hand_over', 'OPEN'],
    ['OPEN', 'count', 'PENDING_CLOSE'],
    ['OPEN', 'resume', 'session.not_counted'],
    ['OPEN', 'close', 'session.not_counted'],
    ['PENDING_CLOSE', 'sell', 'session.not_open'],
    ['PENDING_CLOSE', 'cancel', 'session.not_open'],
    ['PENDING_CLOSE', 'move_cash', 'session.not_open'],
    ['PENDING_CLOSE', 'hand_over', 'session.not_open'],
    ['PENDING_CLOSE', 'count', 'PENDING_CLOSE'],
    ['OPEN', 'accept_count', 'session.not_counted'],
    ['PENDING_CLOSE', 'accept_count', 'PENDING_CLOSE'],
    ['CLOSED', 'accept_count', 'session.closed'],
    ['PENDING_CLOSE', 'resume', 'OPEN'],
    ['PENDING_CLOSE', 'close', 'CLOSED'],
    ['CLOSED', 'sell', 'session.not_open'],
    ['CLOSED', 'cancel', 'session.not_open'],
    ['CLOSED', 'move_cash', 'session.not_open'],
    ['CLOSED', 'hand_over', 'session.not_open'],
    ['CLOSED', 'count', 'session.closed'],
    ['CLOSED', 'resume', 'session.closed'],
    ['CLOSED', 'close', 'session.closed'],
  ])('when %s, to %s makes it %s', (status, act, outcome) => {
    let seen: string | undefined;
    const refused = codeOf(() => (seen = nextStatus(status, act)));
    expect(refused ?? seen).toBe(outcome);
  });

  it('may be counted twice, and anew once it was resumed', () => {
    const session = open();
    session.count({ '1000': 1 }, cashier, now);
    expect(session.recountAllowed).toBe(true);
    session.count({ '1000': 2 }, cashier, now);
    expect(session.recountAllowed).toBe(false);
    expect(codeOf(() => session.count({ '1000': 3 }, cashier, now))).toBe('session.recount_used');
    session.resume(newId(), cashier, now);
    expect(session.facts).toMatchObject({ status: 'OPEN', count: null, countAttempts: 0 });
  });

  it('is not counted again once somebody stood by the count', () => {
    const session = open();
    session.count({ '1000': 1 }, cashier, now);
    session.acceptCount(cashier, now);
    expect(session.recountAllowed).toBe(false);
    expect(codeOf(() => session.count({ '1000': 2 }, cashier, now))).toBe('session.recount_used');
  });

  it('closes with float + cash sales + in - out - drops expected, and the rest as difference', () => {
    const session = open();
    session.count({ '10000': 9, '1000': 3 }, cashier, now);
    session.close(figures, 7, null, null, cashier, now);
    expect(session.facts.close).toMatchObject({ zNumber: 7, signedBy: null });
    expect(session.facts.close?.expectedCash.pesos).toBe(95_000);
    expect(session.facts.close?.difference.pesos).toBe(-2_000);
    expect(session.pullEvents().at(-1)).toMatchObject({
      type: 'sales.session_closed',
      registerSessionId: session.facts.id,
      data: { expected_cash: 95_000, counted_amount: 93_000, cash_difference: -2_000 },
    });
  });

  it('compares per method what can be counted, and records what vouchers make', () => {
    expect(expectedCash(figures).pesos).toBe(95_000);
    expect(resultByMethod(figures, Money.of(96_000))).toEqual([
      { method: 'cash', expected: 95_000, counted: 96_000, difference: 1_000 },
      { method: 'card', expected: 33_000, counted: null, difference: null },
    ]);
  });

  it('is handed over to another person only', () => {
    const session = open();
    expect(codeOf(() => session.handOver(cashier.employeeId, cashier, now))).toBe('session.same_person');
    const colleague = newId();
    session.handOver(colleague, cashier, now);
    expect(session.facts).toMatchObject({ employeeId: colleague, openedBy: cashier.employeeId });
  });

  it('lets a difference pass up to the tolerance, in both directions', () => {
    expect([2_000, -2_000, 2_001, -2_001].map((pesos) => exceeds(Money.of(pesos), 2_000))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('wants a signature for expenses above the tolerance, not for drops to the safe', () => {
    const signed = (kind: 'in' | 'out' | 'drop', pesos: number) => needsSignature(kind, Money.of(pesos), 2_000);
    expect([signed('out', 2_000), signed('out', 2_001), signed('drop', 900_000), signed('in', 900_000)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('gives away up to the budget and not a peso more', () => {
    expect(withinBudget(40_000, Money.of(10_000), 50_000)).toBe(true);
    expect(withinBudget(40_001, Money.of(10_000), 50_000)).toBe(false);
  });
});
