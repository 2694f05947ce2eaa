import { Injectable } from '@nestjs/common';
import { Actor, Clock, Once, Transaction, Transactions } from '@libs/kernel';
import { RegisterSessionRepository } from '../domain';
import { Approvals } from './ports';
import { refuseStranger } from './session-owner';
import { RegisterSessionReader, SessionView } from './session-view';

/** Goes back to selling after a count. Another person signs, or counting would become a way to learn the figure. */
@Injectable()
export class ResumeSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: RegisterSessionRepository,
    private readonly reader: RegisterSessionReader,
    private readonly approvals: Approvals,
  ) {}

  /**
   * @throws DomainError `session.not_found`, `session.not_yours`, `session.not_counted`, `session.closed`,
   *   `step_up.required`, `step_up.invalid`
   */
  execute(once: Once, actor: Actor, sessionId: string, stepUpToken: string | undefined): Promise<SessionView> {
    return this.transactions.once(once, (tx) => this.resume(tx, actor, sessionId, stepUpToken));
  }

  private async resume(
    tx: Transaction,
    actor: Actor,
    sessionId: string,
    token: string | undefined,
  ): Promise<SessionView> {
    const session = await this.sessions.lock(tx, actor.venueId, sessionId);
    refuseStranger(session, actor);
    const authorizedBy = await this.approvals.use(tx, token, 'session.sign', actor);
    session.resume(authorizedBy, actor, this.clock.now());
    await this.sessions.keep(tx, session);
    return this.reader.view(tx, actor, sessionId);
  }
}
