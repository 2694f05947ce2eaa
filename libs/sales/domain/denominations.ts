import { Money } from '@libs/kernel';

/** How many of each note and coin, by value in pesos: `{"20000": 2, "100": 5}`. */
export type Denominations = Readonly<Partial<Record<string, number>>>;

export function amountOf(denominations: Denominations): Money {
  return Money.sum(Object.entries(denominations).map(([value, count]) => Money.of(Number(value)).times(count ?? 0)));
}
