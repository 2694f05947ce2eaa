/** How many charges, and what they come to in pesos. */
export interface ChargeSum {
  readonly count: number;
  readonly amount: number;
}

/** A terminal's totals by name, such as `count_credit_sales` and `total_credit_sales`. */
export type TerminalTotals = Readonly<Record<string, number | null | undefined>>;

/** Card sales by kind of card; refunds, tips and cash are lines of their own. */
const SALES = ['credit_sales', 'debit_sales', 'prepaid_sales', 'qr_credit_sales', 'qr_debit_sales', 'qr_prepaid_sales'];

/**
 * What the terminal's totals say was charged since its last close: the sum of its lines of card sales, or its line of all
 * operations when a firmware leaves the others out. Nothing when it says neither.
 */
export function chargedByTerminal(totals: TerminalTotals): ChargeSum | undefined {
  const lines = SALES.flatMap((name) => lineOf(totals[`count_${name}`], totals[`total_${name}`]));
  if (lines.length > 0) return sumOf(lines);
  return lineOf(totals['tx_count'], totals['tx_total'])[0];
}

/** Adds up. */
export function sumOf(lines: readonly ChargeSum[]): ChargeSum {
  return lines.reduce((sum, line) => ({ count: sum.count + line.count, amount: sum.amount + line.amount }), {
    count: 0,
    amount: 0,
  });
}

/**
 * Whether the terminal's sum is that of our books. No document says whether a terminal still counts a sale that it gave
 * back: both are right, for all of them alike.
 */
export function agrees(told: ChargeSum, kept: ChargeSum, givenBack: ChargeSum): boolean {
  const isSame = (one: ChargeSum): boolean => told.count === one.count && told.amount === one.amount;
  return isSame(kept) || isSame(sumOf([kept, givenBack]));
}

function lineOf(count: number | null | undefined, amount: number | null | undefined): ChargeSum[] {
  return typeof count === 'number' && typeof amount === 'number' ? [{ count, amount }] : [];
}
