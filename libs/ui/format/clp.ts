/** A peso sign, a dot every three digits and no decimals, as Chile writes it, whatever language the screen speaks. */
export function formatCLP(pesos: number): string {
  const digits = Math.abs(wholePesos(pesos)).toString();
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, '.');
  return pesos < 0 ? `−$${grouped}` : `$${grouped}`;
}

/**
 * What is paid when the total is paid in cash (Ley 20.956): a last digit of 1 to 5 goes down, 6 to 9 goes up to the ten.
 * Only cash is rounded; the receipt keeps the price. Throws RangeError on negative or fractional pesos.
 */
export function cashRound(pesos: number): number {
  const last = positivePesos(pesos) % 10;
  return last <= 5 ? pesos - last : pesos + (10 - last);
}

const LIKELY_STEPS = [1_000, 5_000, 10_000, 20_000] as const;
const MOST_TENDERS = 4;

/**
 * The sums a customer is likely to hand over, smallest first: the exact cash amount, then the next sums that notes make.
 * `quickTenders(24700)` is 24700, 25000, 30000, 40000. Fewer than four when notes make no other sensible sum.
 */
export function quickTenders(totalPesos: number): number[] {
  const exact = cashRound(totalPesos);
  const rounded = LIKELY_STEPS.map((step) => Math.ceil(exact / step) * step).filter((sum) => sum > exact);
  return [exact, ...new Set(rounded)].slice(0, MOST_TENDERS);
}

/** Notes and coins in use, in pesos, largest first. Coins of $1 and $5 left circulation in 2017. */
export const DENOMINATIONS = [20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10] as const;

export type Denomination = (typeof DENOMINATIONS)[number];

/** How many of each note or coin were counted. A missing one counts as none. */
export type CashCount = Partial<Record<Denomination, number>>;

/** Pesos in a cash count. */
export function cashCountTotal(count: CashCount): number {
  return DENOMINATIONS.reduce((sum, worth) => sum + worth * (count[worth] ?? 0), 0);
}

function wholePesos(pesos: number): number {
  if (!Number.isSafeInteger(pesos)) throw new RangeError(`Not whole pesos: ${pesos}`);
  return pesos;
}

function positivePesos(pesos: number): number {
  if (wholePesos(pesos) < 0) throw new RangeError(`Not an amount to pay: ${pesos}`);
  return pesos;
}
