import { Transaction } from '@libs/kernel';
import {
  IntentFacts,
  IntentOrder,
  Operation,
  OperationOutcome,
  PaymentIntent,
  Refund,
  RefundStatus,
  ReportSource,
  TerminalAnswer,
} from '../domain';
import { SaleDraft } from './ports';

export type FailedAttempt = Pick<IntentFacts, 'id' | 'status' | 'provider' | 'reason'>;

/** The sale that a card pays, as it is kept with the payment. */
export interface KeptSale {
  readonly draft: SaleDraft;
  readonly cart: string;
  readonly guestId: string | null;
}

export abstract class IntentRepository {
  abstract nextReference(tx: Transaction): Promise<string>;
  /**
   * Writes it with its history and events; one that is over already settles its order.
   * @param sale null for an order's
   * @throws DomainError `payment.id_taken`, `payment.still_open` (conflict)
   */
  abstract add(tx: Transaction, intent: PaymentIntent, sale: KeptSale | null): Promise<void>;
  /**
   * Writes what changed since it was locked, its history, its events, and a finding when it was flagged. An order's payment
   * that has come to its end settles or frees the order: no way around this exists.
   */
  abstract save(tx: Transaction, intent: PaymentIntent): Promise<void>;
  /** @throws DomainError `payment.not_found` */
  abstract lock(tx: Transaction, id: string, venueId?: string): Promise<PaymentIntent>;
  /** @throws DomainError `payment.not_found` */
  abstract facts(id: string): Promise<IntentFacts>;
  /** Attempts for this order, newest first. Holds them so that none begins meanwhile. */
  abstract attemptsFor(tx: Transaction, order: IntentOrder): Promise<readonly FailedAttempt[]>;
  abstract lockByCharge(tx: Transaction, externalId: string, reference: string): Promise<PaymentIntent | undefined>;
  /** Attempts for this sale, newest first. Holds them so that none begins meanwhile. */
  abstract attempts(tx: Transaction, saleId: string, venueId: string): Promise<readonly FailedAttempt[]>;
  /** Ids of open attempts whose time has come, for the timers. */
  abstract expired(now: Date): Promise<readonly string[]>;
  abstract toQuery(now: Date): Promise<readonly string[]>;
  abstract queryAgainAt(tx: Transaction, id: string, at: Date | null): Promise<void>;
  /** Sales that the till did not finish: all approved and unused attempts older than that. */
  abstract unfinished(before: Date): Promise<readonly UnfinishedSale[]>;
  /** Counts the refund against the payment in one statement. @throws DomainError `payment.refund_too_much` (conflict) */
  abstract reserveRefund(tx: Transaction, intentId: string, amount: number): Promise<void>;
  abstract releaseRefund(tx: Transaction, intentId: string, amount: number): Promise<void>;
}

export interface UnfinishedSale {
  readonly saleId: string;
  readonly venueId: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly deviceId: string | null;
  readonly intentIds: readonly string[];
  /** The newest that the till sent. */
  readonly draft: SaleDraft;
  readonly since: Date;
}

export interface AgentRow {
  readonly id: string;
  readonly venueId: string;
  readonly registerId: string;
  readonly registerName: string;
  readonly name: string;
}

export interface Heartbeat {
  readonly version: string;
  readonly queueLength: number;
  readonly terminal: Readonly<Record<string, unknown>>;
}

export abstract class AgentRepository {
  abstract add(
    tx: Transaction,
    agent: {
      id: string;
      venueId: string;
      registerId: string;
      name: string;
      codeHash: Buffer;
      codeExpiresAt: Date;
      at: Date;
    },
  ): Promise<void>;
  abstract renewCode(
    tx: Transaction,
    venueId: string,
    id: string,
    codeHash: Buffer,
    expiresAt: Date,
  ): Promise<AgentRow>;
  abstract enrol(
    tx: Transaction,
    codeHash: Buffer,
    given: { keyHash: Buffer; version: string; hostname: string; at: Date },
  ): Promise<AgentRow | undefined>;
  abstract beginRotation(tx: Transaction, agentId: string, nextKeyHash: Buffer): Promise<void>;
  abstract revoke(tx: Transaction, venueId: string, id: string, at: Date): Promise<AgentRow>;
  abstract beat(agentId: string, beat: Heartbeat, at: Date): Promise<void>;
  abstract ofRegister(tx: Transaction, registerId: string): Promise<AgentRow | undefined>;
  abstract find(tx: Transaction, venueId: string, id: string): Promise<AgentRow>;
}

export interface NewOperation {
  readonly id: string;
  readonly venueId: string;
  readonly agentId: string;
  readonly kind: Operation['kind'];
  readonly intentId?: string;
  readonly refundId?: string;
  readonly orderedBy?: string;
  readonly amount?: number;
  readonly ticketNumber?: string;
  readonly operationNumber?: number;
  readonly authorizationCode?: string;
  readonly printOnPos?: boolean;
}

export interface Report {
  readonly fence: number;
  readonly outcome: OperationOutcome;
  readonly source: ReportSource;
  readonly response: TerminalAnswer | null;
}

export interface Claim {
  readonly operation: Operation | undefined;
  /** The agent has no operation that is not over: none comes of time alone, and whoever makes one calls. */
  readonly isIdle: boolean;
}

export abstract class OperationRepository {
  abstract add(tx: Transaction, operation: NewOperation, at: Date): Promise<void>;
  /**
   * The agent's next operation, under a new fence: first one that was sent and never answered, then the oldest that waits.
   * A claim whose lease has run out waits again: it is certain that nothing was sent.
   */
  abstract claim(agentId: string, now: Date): Promise<Claim>;
  /** @throws DomainError `operation.not_found` */
  abstract lock(tx: Transaction, agentId: string, id: string): Promise<Operation>;
  abstract ofIntent(tx: Transaction, intentId: string): Promise<Operation | undefined>;
  /** A sale whose outcome is unknown is asked for again, as one that was sent: the agent finds out, and never charges. */
  abstract reopen(tx: Transaction, intentId: string): Promise<void>;
  abstract markSent(tx: Transaction, id: string, at: Date): Promise<void>;
  abstract cancel(tx: Transaction, id: string, at: Date): Promise<void>;
  abstract requestCancel(tx: Transaction, id: string): Promise<void>;
  abstract progress(
    tx: Transaction,
    id: string,
    said: { code: number | null; text: string | null; at: Date },
  ): Promise<void>;
  abstract finish(tx: Transaction, id: string, report: Report, at: Date): Promise<void>;
  abstract keepReport(
    tx: Transaction,
    operation: Operation,
    report: Report,
    accepted: boolean,
    at: Date,
  ): Promise<void>;
  /** Sales that were sent and of which nobody has said a word since. */
  abstract silentSince(before: Date): Promise<readonly { readonly id: string; readonly intentId: string }[]>;
}

export abstract class RefundRepository {
  abstract add(tx: Transaction, refund: Refund): Promise<void>;
  abstract lock(tx: Transaction, id: string): Promise<Refund>;
  abstract setStatus(
    tx: Transaction,
    id: string,
    status: RefundStatus,
    given: { at: Date; reference?: string | null; detail?: string | null },
  ): Promise<void>;
  /** Refunds at online providers that wait to be sent. */
  abstract waiting(): Promise<readonly string[]>;
  /** Refunds at online providers that were sent before and have no answer. */
  abstract silentSince(before: Date): Promise<readonly string[]>;
}
