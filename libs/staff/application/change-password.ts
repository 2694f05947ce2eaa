import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, Transactions } from '@libs/kernel';
import { AdminAccountRepository, checkPassword, Journal, SessionRepository } from '../domain';
import { OwnAccount } from './own-account';
import { SecretHasher } from './secrets';

/** An admin changes the own password; every other session of the account ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnAccount,
    private readonly accounts: AdminAccountRepository,
    private readonly sessions: SessionRepository,
    private readonly journal: Journal,
    private readonly hasher: SecretHasher,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `password.wrong`, `password.*` for a bad new one, `admin.locked`, `admin.no_account` */
  async execute(actor: Actor, current: string, next: string): Promise<void> {
    const { employeeId, username } = await this.own.confirm(actor, current);
    checkPassword(next, username);
    const hash = await this.hasher.hash(next);
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      await this.accounts.setPassword(tx, employeeId, hash, at);
      await this.sessions.endAdminSessions(tx, employeeId, actor.sessionId, at);
      const event = { type: 'staff.password_changed', venueId: actor.venueId, subjectId: employeeId };
      const data = { name: actor.employeeName };
      await this.journal.write(tx, [domainEvent({ ...event, actor: actorRef(actor), data, occurredAt: at })]);
    });
  }
}
