import { Actor, actorRef, AggregateRoot, DomainError, domainEvent, Money, newId } from '@libs/kernel';
import { CashMovement, CashMovementKind } from './cash-movement';
import { amountOf, Denominations } from './denominations';
import { DrawerFigures, expectedCash, MethodResult, resultByMethod } from './session-figures';
import { nextStatus, SessionAct, SessionStatus } from './session-state';

/** A first count and one more: a third would be a search for the expected figure. */
export const MAX_COUNTS = 2;

export interface SessionCount {
  readonly denominations: Denominations;
  readonly amount: Money;
  readonly at: Date;
}

export interface SessionClose {
  readonly at: Date;
  readonly by: string;
  readonly result: readonly MethodResult[];
  readonly expectedCash: Money;
  readonly difference: Money;
  readonly note: string | null;
  readonly signedBy: string | null;
  readonly zNumber: number;
}

/** All that is known of a session at a register, except its sales. */
export interface SessionFacts {
  readonly id: string;
  readonly venueId: string;
  readonly registerId: string;
  readonly nightId: string;
  readonly employeeId: string;
  readonly openedBy: string;
  readonly deviceId: string | null;
  readonly status: SessionStatus;
  readonly openedAt: Date;
  readonly float: { readonly denominations: Denominations; readonly amount: Money };
  readonly count: SessionCount | null;
  readonly countAttempts: number;
  readonly close: SessionClose | null;
}

interface Opening {
  readonly registerId: string;
  readonly nightId: string;
  readonly suggestedFloat: number;
  readonly denominations: Denominations;
  readonly reason: string | null;
  readonly authorizedBy: string | null;
  readonly actor: Actor;
  readonly now: Date;
}

/** A register in the hands of an employee, from a counted float to a counted close. */
export class RegisterSession extends AggregateRoot {
  private constructor(private current: SessionFacts) {
    super();
  }

  /** @throws DomainError `register.float_differs` (conflict) when it is not the suggested float and nobody says why */
  static open(opening: Opening): RegisterSession {
    const { actor, now, denominations } = opening;
    const amount = amountOf(denominations);
    const difference = floatDifference(amount, opening.suggestedFloat);
    if (!difference.isZero() && !opening.reason) {
      throw new DomainError('register.float_differs', 'conflict', { suggestedAmount: opening.suggestedFloat });
    }
    const session = new RegisterSession({
      id: newId(now.getTime()),
      venueId: actor.venueId,
      registerId: opening.registerId,
      nightId: opening.nightId,
      employeeId: actor.employeeId,
      openedBy: actor.employeeId,
      deviceId: actor.deviceId,
      status: 'OPEN',
      openedAt: now,
      float: { denominations, amount },
      count: null,
      countAttempts: 0,
      close: null,
    });
    session.note('sales.session_opened', actor, now, {
      register_id: opening.registerId,
      float_amount: amount.pesos,
      denominations,
      reason: opening.reason,
      authorized_by: opening.authorizedBy,
    });
    return session;
  }

  /** A session as its repository found it. */
  static restore(facts: SessionFacts): RegisterSession {
    return new RegisterSession(facts);
  }

  get facts(): SessionFacts {
    return this.current;
  }

  /** @throws DomainError `session.not_open` (conflict) */
  moveCash(
    kind: CashMovementKind,
    amount: Money,
    reason: string,
    authorizedBy: string | null,
    actor: Actor,
    now: Date,
  ): CashMovement {
    this.become('move_cash');
    const id = newId(now.getTime());
    this.note('sales.cash_moved', actor, now, {
      movement_id: id,
      kind,
      amount: amount.pesos,
      reason,
      authorized_by: authorizedBy,
    });
    const { employeeId } = actor;
    return { id, sessionId: this.current.id, kind, amount, reason, employeeId, authorizedBy, createdAt: now };
  }

  /** @throws DomainError `session.not_open` (conflict), `session.same_person` (invalid) */
  handOver(toEmployeeId: string, actor: Actor, now: Date): void {
    this.become('hand_over');
    const from = this.current.employeeId;
    if (from === toEmployeeId) throw new DomainError('session.same_person', 'invalid');
    this.current = { ...this.current, employeeId: toEmployeeId };
    this.note('sales.session_handed_over', actor, now, { from, to: toEmployeeId });
  }

  /** A blind count of the drawer. @throws DomainError `session.closed`, `session.recount_used` (conflict) */
  count(denominations: Denominations, actor: Actor, now: Date): Money {
    this.become('count');
    if (this.current.countAttempts >= MAX_COUNTS) throw new DomainError('session.recount_used', 'conflict');
    const amount = amountOf(denominations);
    const countAttempts = this.current.countAttempts + 1;
    this.current = { ...this.current, count: { denominations, amount, at: now }, countAttempts };
    this.note('sales.session_counted', actor, now, {
      counted_amount: amount.pesos,
      denominations,
      attempt: countAttempts,
    });
    return amount;
  }

  /** The count stands: no recount any more, and the figures may be seen. @throws DomainError `session.not_counted` (conflict) */
  acceptCount(actor: Actor, now: Date): void {
    this.become('accept_count');
    this.current = { ...this.current, countAttempts: MAX_COUNTS };
    this.note('sales.count_accepted', actor, now, { counted_amount: this.counted().pesos });
  }

  get recountAllowed(): boolean {
    return this.current.status === 'PENDING_CLOSE' && this.current.countAttempts < MAX_COUNTS;
  }

  /** Back to selling; what was counted no longer holds. @throws DomainError `session.not_counted` (conflict) */
  resume(authorizedBy: string, actor: Actor, now: Date): void {
    this.become('resume');
    const dropped = this.current.count?.amount.pesos ?? null;
    this.current = { ...this.current, count: null, countAttempts: 0 };
    this.note('sales.session_resumed', actor, now, { authorized_by: authorizedBy, dropped_count: dropped });
  }

  /** Counted less expected. @throws DomainError `session.not_counted`, `session.closed` (conflict) */
  differenceFrom(figures: DrawerFigures): Money {
    nextStatus(this.current.status, 'close');
    return this.counted().minus(expectedCash(figures));
  }

  /** @throws DomainError `session.not_counted`, `session.closed` (conflict) */
  close(
    figures: DrawerFigures,
    zNumber: number,
    signedBy: string | null,
    note: string | null,
    actor: Actor,
    now: Date,
  ): void {
    const difference = this.differenceFrom(figures);
    this.become('close');
    const result = resultByMethod(figures, this.counted());
    const close = {
      at: now,
      by: actor.employeeId,
      result,
      expectedCash: expectedCash(figures),
      difference,
      note,
      signedBy,
      zNumber,
    };
    this.current = { ...this.current, close };
    this.note('sales.session_closed', actor, now, {
      z_number: zNumber,
      expected_cash: close.expectedCash.pesos,
      counted_amount: this.counted().pesos,
      cash_difference: difference.pesos,
      result,
      signed_by: signedBy,
      note,
    });
  }

  private counted(): Money {
    if (!this.current.count) throw new DomainError('session.not_counted', 'conflict');
    return this.current.count.amount;
  }

  private become(act: SessionAct): void {
    this.current = { ...this.current, status: nextStatus(this.current.status, act) };
  }

  private note(type: string, actor: Actor, occurredAt: Date, data: Record<string, unknown>): void {
    const { id, venueId, nightId } = this.current;
    this.record(
      domainEvent({
        type,
        venueId,
        nightId,
        registerSessionId: id,
        subjectId: id,
        actor: actorRef(actor),
        data,
        occurredAt,
      }),
    );
  }
}

/** How far a float is from what the house suggests; a suggestion of 0 is none. */
export function floatDifference(amount: Money, suggestedFloat: number): Money {
  return suggestedFloat === 0 ? Money.zero : amount.minus(Money.of(suggestedFloat));
}
