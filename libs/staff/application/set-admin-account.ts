import { Injectable } from '@nestjs/common';
import { ActorRef, Clock, DomainError, domainEvent, Transactions } from '@libs/kernel';
import {
  AdminAccountRepository,
  checkPassword,
  EmployeeRepository,
  Journal,
  normalUsername,
  SessionRepository,
} from '../domain';
import { SecretHasher } from './secrets';

export interface AdminAccountSetting {
  readonly venueId: string;
  readonly employeeId: string;
  readonly username: string;
  readonly password: string;
  readonly by: ActorRef;
}

/**
 * Gives an admin a username and password. Also the way back in for who lost the phone with the codes: the second factor
 * is gone with the old password, and so are the sessions that it opened.
 */
@Injectable()
export class SetAdminAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly employees: EmployeeRepository,
    private readonly accounts: AdminAccountRepository,
    private readonly sessions: SessionRepository,
    private readonly journal: Journal,
    private readonly hasher: SecretHasher,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `staff.employee_unknown`, `staff.not_admin`, `staff.username_taken`, `password.*` */
  async execute({ venueId, employeeId, username, password, by }: AdminAccountSetting): Promise<void> {
    checkPassword(password, username);
    const name = normalUsername(username);
    const hash = await this.hasher.hash(password);
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      const employee = await this.employees.lock(tx, venueId, employeeId);
      if (!employee.isAdmin) throw new DomainError('staff.not_admin', 'conflict');
      await this.accounts.put(tx, employeeId, name, hash, at);
      await this.accounts.forgive(tx, name);
      await this.sessions.endAdminSessions(tx, employeeId, null, at);
      const event = { type: 'staff.admin_account_set', venueId, subjectId: employeeId, actor: by, occurredAt: at };
      const data = { name: employee.state.name, after: { username: name } };
      await this.journal.write(tx, [domainEvent({ ...event, data })]);
    });
  }
}
