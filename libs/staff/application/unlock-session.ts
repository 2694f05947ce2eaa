import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Transactions } from '@libs/kernel';
import { Journal, SessionKind, SessionRepository } from '../domain';
import { VerifyPin } from './verify-pin';

/** The same person is back: by PIN, or at the bar by being there. */
@Injectable()
export class UnlockSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly journal: Journal,
    private readonly verifyPin: VerifyPin,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError what {@link VerifyPin} throws; a missing PIN is a wrong one */
  async execute(actor: Actor, kind: SessionKind, pin: string | null): Promise<void> {
    if (kind !== 'bartender') await this.verifyPin.execute(actor.employeeId, pin ?? '', actor.deviceId);
    const occurredAt = this.clock.now();
    await this.transactions.run(async (tx) => {
      if (!(await this.sessions.unlock(tx, actor.sessionId))) return;
      const event = domainEvent({
        type: 'staff.session_unlocked',
        venueId: actor.venueId,
        subjectId: actor.employeeId,
        actor: actorRef(actor),
        data: { name: actor.employeeName, session_id: actor.sessionId },
        occurredAt,
      });
      await this.journal.write(tx, [event]);
    });
  }
}
