import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Transactions } from '@libs/kernel';
import { Journal, SessionRepository } from '../domain';

/** Ends the caller's session: its secret is worth nothing from the next request on. */
@Injectable()
export class LogOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      await this.sessions.end(tx, actor.sessionId, at);
      const event = domainEvent({
        type: 'staff.logged_out',
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
