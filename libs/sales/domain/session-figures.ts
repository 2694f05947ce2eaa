import { Money } from '@libs/kernel';

/** What lies behind a drawer, in pesos: summed by the database at one moment. */
export interface DrawerFigures {
  readonly floatAmount: number;
  /** Handed over less change, of sales that stand. */
  readonly cashSales: number;
  readonly cashIn: number;
  readonly cashOut: number;
  readonly cashDrops: number;
  /** Sales that stand, by methods other than cash. */
  readonly otherMethods: readonly { readonly method: string; readonly amount: number }[];
}

/** Expected against counted, in pesos. Vouchers are not counted at the till: nothing to compare. */
export interface MethodResult {
  readonly method: string;
  readonly expected: number;
  readonly counted: number | null;
  readonly difference: number | null;
}

/** What must lie in the drawer: float + cash sales + in - out - drops. */
export function expectedCash(figures: DrawerFigures): Money {
  return Money.of(figures.floatAmount + figures.cashSales + figures.cashIn - figures.cashOut - figures.cashDrops);
}

export function resultByMethod(figures: DrawerFigures, counted: Money): MethodResult[] {
  const expected = expectedCash(figures);
  return [
    {
      method: 'cash',
      expected: expected.pesos,
      counted: counted.pesos,
      difference: counted.minus(expected).pesos,
    },
    ...figures.otherMethods.map(({ method, amount }) => ({
      method,
      expected: amount,
      counted: null,
      difference: null,
    })),
  ];
}

/** Whether a difference is larger than the house lets pass without another person's signature. */
export function exceeds(difference: Money, tolerance: number): boolean {
  return Math.abs(difference.pesos) > tolerance;
}
