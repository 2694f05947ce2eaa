import type { Outcome, Source } from '../getnet/conclusion';
import type { TerminalResponse } from '../getnet/normalise';

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

/** What the API wants done at the terminal. */
export interface Operation {
  readonly id: string;
  readonly kind: OperationKind;
  /** Grows with every claim; a report with an old one is too late. */
  readonly fence: number;
  /** It may have been sent to the terminal before: find out, never send again. */
  readonly recover: boolean;
  /** Whole pesos. */
  readonly amount: number | null;
  readonly ticketNumber: string | null;
  readonly employeeNumber: number;
  readonly printOnPos: boolean;
  readonly operationNumber: number | null;
  readonly authorizationCode: string | null;
  readonly cancelRequested: boolean;
}

export interface Report {
  readonly fence: number;
  readonly outcome: Outcome;
  readonly source: Source;
  readonly response: TerminalResponse | null;
  /** ISO-8601, UTC: when the agent learned it. */
  readonly receivedAt: string;
}

export interface TerminalStatus {
  readonly state: 'ready' | 'busy' | 'unreachable' | 'unknown';
  readonly terminalId?: string;
  readonly detail?: string;
}

export interface Heartbeat {
  readonly version: string;
  readonly queueLength: number;
  readonly terminal: TerminalStatus;
}

/** The API in the agent's words. Everything may throw ApiError. */
export abstract class AgentApi {
  /** @returns seconds until the next one is expected */
  abstract heartbeat(beat: Heartbeat): Promise<number>;
  abstract claim(waitSeconds: number, signal: AbortSignal): Promise<Operation | null>;
  /** Only after this returned may a byte go to the terminal. */
  abstract sent(id: string, fence: number): Promise<void>;
  /** @returns true when the sale should be cancelled */
  abstract progress(id: string, fence: number, message?: { code: number; text: string }): Promise<boolean>;
  /** @returns false when the report came too late to count; it was kept all the same */
  abstract result(id: string, report: Report): Promise<boolean>;
}

/** `unauthorised`: the key is not (or no longer) known. `refused`: a no that repeating does not change. */
export type ApiErrorKind = 'unauthorised' | 'refused' | 'unavailable';

export class ApiError extends Error {
  constructor(
    readonly kind: ApiErrorKind,
    message: string,
    readonly code?: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}
