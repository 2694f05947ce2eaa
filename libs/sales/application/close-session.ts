import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Once, Transaction, Transactions } from '@libs/kernel';
import { exceeds, RegisterSessionRepository } from '../domain';
import { Approvals, CardPayments, Houses } from './ports';
import { refuseStranger } from './session-owner';
import { RegisterSessionReader, SessionView } from './session-view';

export interface CloseSessionInput {
  readonly sessionId: string;
  readonly note?: string | undefined;
  readonly stepUpToken?: string | undefined;
}

/** Closes a counted session for good: expected against counted, the difference on record, a Z number. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: RegisterSessionRepository,
    private readonly reader: RegisterSessionReader,
    private readonly approvals: Approvals,
    private readonly houses: Houses,
    private readonly cards: CardPayments,
  ) {}

  /**
   * @throws DomainError `session.not_found`, `session.not_yours`, `session.not_counted`, `session.closed`,
   *   `session.needs_supervisor` (forbidden), `step_up.invalid`, `session.payment_open|unknown|unsold`
   */
  async execute(once: Once, actor: Actor, ask: CloseSessionInput): Promise<SessionView> {
    const { cashTolerance } = await this.houses.find(actor.venueId);
    return this.transactions.once(once, (tx) => this.close(tx, actor, ask, cashTolerance));
  }

  private async close(tx: Transaction, actor: Actor, ask: CloseSessionInput, tolerance: number): Promise<SessionView> {
    const session = await this.sessions.lock(tx, actor.venueId, ask.sessionId);
    refuseStranger(session, actor);
    await this.cards.refuseWhileOpen(tx, ask.sessionId);
    const figures = await this.sessions.figures(tx, ask.sessionId);
    const isLarge = exceeds(session.differenceFrom(figures), tolerance);
    const signedBy = isLarge ? await this.sign(tx, actor, ask.stepUpToken) : null;
    const zNumber = await this.sessions.nextZNumber(tx, session.facts.registerId);
    session.close(figures, zNumber, signedBy, ask.note ?? null, actor, this.clock.now());
    await this.sessions.keep(tx, session);
    return this.reader.view(tx, actor, ask.sessionId);
  }

  private sign(tx: Transaction, actor: Actor, token: string | undefined): Promise<string> {
    if (token === undefined) throw new DomainError('session.needs_supervisor', 'forbidden');
    return this.approvals.use(tx, token, 'session.sign', actor);
  }
}
