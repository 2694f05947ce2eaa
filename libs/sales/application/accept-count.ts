import { Injectable } from '@nestjs/common';
import { Actor, Clock, Once, Transactions } from '@libs/kernel';
import { RegisterSessionRepository } from '../domain';
import { refuseStranger } from './session-owner';
import { RegisterSessionReader, SessionView } from './session-view';

/** Stands by a count: whoever made it sees from now on what was expected, and can no longer count again. */
@Injectable()
export class AcceptCount {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly sessions: RegisterSessionRepository,
    private readonly reader: RegisterSessionReader,
  ) {}

  /** @throws DomainError `session.not_found`, `session.not_yours`, `session.not_counted`, `session.closed` */
  execute(once: Once, actor: Actor, sessionId: string): Promise<SessionView> {
    return this.transactions.once(once, async (tx) => {
      const session = await this.sessions.lock(tx, actor.venueId, sessionId);
      refuseStranger(session, actor);
      session.acceptCount(actor, this.clock.now());
      await this.sessions.keep(tx, session);
      return this.reader.view(tx, actor, sessionId);
    });
  }
}
