import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Money, Once, Transaction, Transactions } from '@libs/kernel';
import { CashMovementKind, needsSignature, RegisterSessionRepository } from '../domain';
import { Approvals, Houses } from './ports';
import { refuseStranger } from './session-owner';
import { MovementView } from './session-view';

export interface MoveCashInput {
  readonly sessionId: string;
  readonly kind: CashMovementKind;
  /** Pesos, above 0. */
  readonly amount: number;
  readonly reason: string;
  readonly stepUpToken?: string | undefined;
}

/** Puts cash into a drawer or takes it out, with a reason. */
@Injectable()
export class MoveCash {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: RegisterSessionRepository,
    private readonly approvals: Approvals,
    private readonly houses: Houses,
  ) {}

  /**
   * @throws DomainError `session.not_found`, `session.not_open`, `session.not_yours`, `session.needs_supervisor`,
   *   `step_up.invalid`
   */
  async execute(once: Once, actor: Actor, ask: MoveCashInput): Promise<MovementView> {
    const { cashTolerance } = await this.houses.find(actor.venueId);
    return this.transactions.once(once, (tx) => this.move(tx, actor, ask, cashTolerance));
  }

  private async move(tx: Transaction, actor: Actor, ask: MoveCashInput, tolerance: number): Promise<MovementView> {
    const session = await this.sessions.lock(tx, actor.venueId, ask.sessionId);
    refuseStranger(session, actor);
    const amount = Money.of(ask.amount);
    const signed = needsSignature(ask.kind, amount, tolerance) ? await this.sign(tx, actor, ask.stepUpToken) : null;
    const movement = session.moveCash(ask.kind, amount, ask.reason, signed, actor, this.clock.now());
    await this.sessions.addMovement(tx, movement, session.pullEvents());
    return {
      id: movement.id,
      kind: movement.kind,
      amount: amount.pesos,
      reason: movement.reason,
      employee: { id: actor.employeeId, name: actor.employeeName },
      createdAt: movement.createdAt.toISOString(),
    };
  }

  private sign(tx: Transaction, actor: Actor, token: string | undefined): Promise<string> {
    if (token === undefined) throw new DomainError('session.needs_supervisor', 'forbidden');
    return this.approvals.use(tx, token, 'session.sign', actor);
  }
}
