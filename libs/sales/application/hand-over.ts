import { Injectable } from '@nestjs/common';
import { Actor, Clock, Once, Transaction, Transactions } from '@libs/kernel';
import { RegisterSessionRepository } from '../domain';
import { Approvals } from './ports';
import { refuseStranger } from './session-owner';
import { RegisterSessionReader, SessionView } from './session-view';

export interface HandOverInput {
  readonly sessionId: string;
  readonly toEmployeeId: string;
  readonly pin: string;
}

/** Gives a session into a colleague's hands, who confirms with their PIN. What was sold before stays with its seller. */
@Injectable()
export class HandOver {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: RegisterSessionRepository,
    private readonly reader: RegisterSessionReader,
    private readonly approvals: Approvals,
  ) {}

  /**
   * @throws DomainError `session.not_found`, `session.not_open`, `session.not_yours`, `session.same_person`,
   *   `session.receiver_unknown`, and those of a PIN
   */
  async execute(once: Once, actor: Actor, ask: HandOverInput): Promise<SessionView> {
    // Outside of the transaction: a wrong PIN is counted although nothing else happens.
    await this.approvals.confirmReceiver(actor, ask.toEmployeeId, ask.pin);
    return this.transactions.once(once, (tx) => this.handOver(tx, actor, ask));
  }

  private async handOver(tx: Transaction, actor: Actor, ask: HandOverInput): Promise<SessionView> {
    const now = this.clock.now();
    const session = await this.sessions.lock(tx, actor.venueId, ask.sessionId);
    refuseStranger(session, actor);
    const from = session.facts.employeeId;
    session.handOver(ask.toEmployeeId, actor, now);
    await this.sessions.addHandOver(tx, session, from, now);
    return this.reader.view(tx, actor, ask.sessionId);
  }
}
