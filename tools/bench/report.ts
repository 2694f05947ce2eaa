import { Measured } from './load';

/** What one pass over the stage found. */
export interface Figures {
  readonly rounds: Readonly<
    Record<'bareSale' | 'sale' | 'bareDeliver' | 'deliver' | 'scanDeliver', readonly Measured[]>
  >;
  /** Sales at half of the greatest rate. */
  readonly half: readonly Measured[];
  /** Statements sent a sale, transaction commands included. */
  readonly statements: number;
  /** Resident memory of the API after the load, in MiB. */
  readonly rssMb: number;
}

export function median(rounds: readonly Measured[], figure: keyof Measured): number {
  const sorted = rounds.map((round) => round[figure]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How long one client waits that asks for one thing at a time, ms: the median of 20. */
export async function timeAlone(ask: (turn: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const asked = performance.now();
    await ask(turn);
    times.push(performance.now() - asked);
  }
  return times.sort((a, b) => a - b)[10] ?? Number.NaN;
}

/** A row of a table: medians of the rounds, and the share of the bare database. */
export function line(name: string, measured: readonly Measured[], bare?: readonly Measured[]): Record<string, string> {
  return {
    act: name,
    'per second': median(measured, 'perSecond').toFixed(0),
    'p50 ms': median(measured, 'p50Ms').toFixed(1),
    'p99 ms': median(measured, 'p99Ms').toFixed(1),
    'of bare': bare ? `${((median(measured, 'perSecond') / median(bare, 'perSecond')) * 100).toFixed(0)} %` : '',
  };
}

/** Prints medians of the rounds, and each act's share of the bare database. */
export function printTable(title: string, figures: Figures): void {
  const { rounds } = figures;
  process.stdout.write(`\n${title}\n`);
  console.table([
    line('sale, bare database', rounds.bareSale),
    line('POST /sales', rounds.sale, rounds.bareSale),
    line('POST /sales at half load', figures.half),
    line('deliver, bare database', rounds.bareDeliver),
    line('POST /tickets/:id/deliver', rounds.deliver, rounds.bareDeliver),
    line('scan + deliver', rounds.scanDeliver),
  ]);
  process.stdout.write(
    `Statements a sale: ${figures.statements.toFixed(1)}; memory of the API: ${figures.rssMb.toFixed(0)} MB\n`,
  );
}
