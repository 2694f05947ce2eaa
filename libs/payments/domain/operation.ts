import { TerminalTotals } from './terminal-totals';

/** What a terminal can be asked for. */
export const OPERATION_KINDS = [
  'sale',
  'refund',
  'return',
  'reprint',
  'close',
  'totals',
  'details',
  'poll',
  'last_voucher',
] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

export type OperationState = 'queued' | 'claimed' | 'sent' | 'final' | 'cancelled';

/** How long an agent may take between the claim and the word that it writes to the terminal now. */
export const LEASE_MS = 30_000;
/** After this long without a word from the agent nobody knows what became of a sale that was sent. */
export const SILENCE_MS = 150_000;

/**
 * What an agent reports. `not_charged` is a certainty: the command never reached the terminal, or the terminal's complete
 * list has no such ticket. `done` and `failed` are for everything that is no sale.
 */
export const OUTCOMES = ['approved', 'declined', 'not_charged', 'unknown', 'done', 'failed'] as const;
export type OperationOutcome = (typeof OUTCOMES)[number];

export const REPORT_SOURCES = ['answer', 'last_voucher', 'details', 'journal', 'none'] as const;
export type ReportSource = (typeof REPORT_SOURCES)[number];

/** A terminal's answer in our words; everything may be missing. Amounts in pesos. */
export interface TerminalAnswer {
  readonly [name: string]: unknown;
  readonly response_code?: number | null | undefined;
  readonly response_message?: string | null | undefined;
  readonly terminal_id?: string | null | undefined;
  readonly ticket?: string | null | undefined;
  readonly authorization_code?: string | null | undefined;
  readonly amount?: number | null | undefined;
  readonly tip?: number | null | undefined;
  readonly last4?: string | null | undefined;
  readonly operation_number?: number | null | undefined;
  readonly card_type?: string | null | undefined;
  readonly card_brand?: string | null | undefined;
  /** Of a details operation: every sale since the terminal's last close. */
  readonly sale_details?: readonly TerminalAnswer[] | null | undefined;
  /** Of a totals operation: counts and sums in pesos since the terminal's last close. */
  readonly totals?: TerminalTotals | null | undefined;
}

export interface Operation {
  readonly id: string;
  readonly venueId: string;
  readonly agentId: string;
  readonly kind: OperationKind;
  readonly intentId: string | null;
  readonly refundId: string | null;
  readonly orderedBy: string | null;
  /** Pesos. */
  readonly amount: number | null;
  readonly ticketNumber: string | null;
  readonly operationNumber: number | null;
  readonly authorizationCode: string | null;
  readonly printOnPos: boolean;
  readonly state: OperationState;
  readonly fence: number;
  readonly leaseExpiresAt: Date | null;
  readonly cancelRequested: boolean;
  readonly createdAt: Date;
}

/** What became of a report: it decides the operation, or it came too late and is only kept. */
export function accepts(operation: Pick<Operation, 'state' | 'fence'>, fence: number): boolean {
  return (operation.state === 'claimed' || operation.state === 'sent') && operation.fence === fence;
}
