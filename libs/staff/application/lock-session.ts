import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Transactions } from '@libs/kernel';
import { Journal, SessionRepository } from '../domain';

/** Locks the caller's screen. Lock is not sign-out: the session keeps its place and its cart. */
@Injectable()
export class LockSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      if (!(await this.sessions.lock(tx, actor.sessionId, at))) return;
      const event = domainEvent({
        type: 'staff.session_locked',
        venueId: actor.venueId,
        subjectId: actor.employeeId,
        actor: actorRef(actor),
        data: { name: actor.employeeName, session_id: actor.sessionId },
        occurredAt: at,
      });
      await this.journal.write(tx, [event]);
    });
  }
}
