import { type CashCount, type Denomination } from '@libs/ui';

/** How much of a float each note and coin makes up, so that there is change from the first sale on. */
const MIX: readonly (readonly [Denomination, number])[] = [
  [10_000, 0.3],
  [5_000, 0.25],
  [2_000, 0.15],
  [1_000, 0.2],
];
/** What takes the rest, largest first. */
const REST: readonly Denomination[] = [1_000, 500, 100, 50, 10];

/** A likely count of the suggested float, to be corrected by the person who counts. Adds up to it, tens at least. */
export function suggestedCount(pesos: number): CashCount {
  const count: Partial<Record<Denomination, number>> = {};
  let left = pesos;
  const take = (worth: Denomination, most: number): void => {
    const pieces = Math.floor(Math.min(most, left) / worth);
    if (pieces === 0) return;
    count[worth] = (count[worth] ?? 0) + pieces;
    left -= pieces * worth;
  };
  for (const [worth, share] of MIX) take(worth, pesos * share);
  for (const worth of REST) take(worth, left);
  return count;
}
