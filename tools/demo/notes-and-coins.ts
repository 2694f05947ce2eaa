const VALUES = [20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10];

/** An amount in the fewest notes and coins; what no coin can pay (below 10 pesos) is left out. */
export function notesAndCoins(pesos: number): Record<string, number> {
  const counted: Record<string, number> = {};
  let left = pesos;
  for (const value of VALUES) {
    const count = Math.floor(left / value);
    if (count > 0) counted[String(value)] = count;
    left -= count * value;
  }
  return counted;
}
