import type { TerminalResponse } from './normalise';

export type Outcome = 'approved' | 'declined' | 'not_charged' | 'unknown' | 'done' | 'failed';
export type Source = 'answer' | 'last_voucher' | 'details' | 'journal' | 'none';

/** What became of an operation, where that is known from, and one sentence for the log. */
export interface Conclusion {
  readonly outcome: Outcome;
  readonly source: Source;
  readonly response: TerminalResponse | null;
  readonly why: string;
}

/** The sale that is looked for; whole pesos. */
export interface SoughtSale {
  readonly ticketNumber: string;
  readonly amount: number;
}

export function conclude(outcome: Outcome, source: Source, why: string, response?: TerminalResponse): Conclusion {
  return { outcome, source, why, response: response ?? null };
}
