import { Actor, Transaction } from '@libs/kernel';
import { CashMovementKind, PaymentMethod, RegisterType, SessionStatus } from '../domain';

/** What a session sold and what lies behind its drawer, in pesos. */
export interface SessionTotals {
  readonly salesCount: number;
  readonly salesAmount: number;
  readonly byMethod: readonly { readonly method: PaymentMethod; readonly amount: number; readonly count: number }[];
  readonly tips: number;
  readonly courtesyCount: number;
  readonly courtesyValue: number;
  readonly cancelledCount: number;
  readonly cashIn: number;
  readonly cashOut: number;
  readonly cashDrops: number;
  readonly cashRounding: number;
  readonly expectedCash: number;
  readonly countedAmount: number | null;
  readonly cashDifference: number | null;
}

/** A session as people see it. Plain data that survives JSON; times ISO-8601 UTC. */
export interface SessionView {
  readonly id: string;
  readonly register: {
    readonly id: string;
    readonly name: string;
    readonly place: string;
    readonly type: RegisterType;
  };
  readonly nightId: string;
  readonly employee: { readonly id: string; readonly name: string };
  readonly status: SessionStatus;
  readonly openedAt: string;
  readonly floatAmount: number;
  readonly countAttempts: number;
  readonly closedAt: string | null;
  readonly zNumber: number | null;
  /** Null for whoever counts blind. */
  readonly totals: SessionTotals | null;
}

export interface MovementView {
  readonly id: string;
  readonly kind: CashMovementKind;
  readonly amount: number;
  readonly reason: string;
  readonly employee: { readonly id: string; readonly name: string };
  readonly createdAt: string;
}

export abstract class RegisterSessionReader {
  /** The session as this transaction sees it, with totals only for who may see them. */
  abstract view(tx: Transaction, actor: Actor, sessionId: string): Promise<SessionView>;
}
