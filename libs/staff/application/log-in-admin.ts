import { Injectable } from '@nestjs/common';
import { Clock, DomainError, domainEvent, newId, Transaction, Transactions } from '@libs/kernel';
import { AdminAccount, AdminAccountRepository, Journal, normalUsername, SessionRepository } from '../domain';
import { OpenedSession } from './log-in-staff';
import { OneTimeCodes, SecretHasher, Secrets } from './secrets';

export interface AdminLogin {
  readonly username: string;
  readonly password: string;
  /** The code of the authenticator app, when the account has one. */
  readonly totp: string | null;
  readonly ip: string | null;
}

/** An admin enters the back office by username and password, and by a code that changes when one was set up. */
@Injectable()
export class LogInAdmin {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AdminAccountRepository,
    private readonly sessions: SessionRepository,
    private readonly journal: Journal,
    private readonly hasher: SecretHasher,
    private readonly codes: OneTimeCodes,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `admin.wrong`, `admin.totp_required`, `admin.locked` (facts retryAfterS) */
  async execute({ username, password, totp, ip }: AdminLogin): Promise<OpenedSession> {
    const at = this.clock.now();
    const name = normalUsername(username);
    await this.transactions.run((tx) => this.accounts.reserve(tx, name, at));
    const account = await this.accounts.findByUsername(name);
    const isRight = await this.hasher.matches(account?.passwordHash ?? null, password);
    if (!account || !isRight) throw wrong();
    if (account.totpConfirmed && totp === null) {
      await this.transactions.run((tx) => this.accounts.giveBack(tx, name));
      throw new DomainError('admin.totp_required', 'unauthenticated');
    }
    const step = account.totpConfirmed ? this.stepOf(account, totp ?? '', at) : undefined;
    return this.transactions.run((tx) => this.open(tx, account, step, ip, at));
  }

  private stepOf(account: AdminAccount, totp: string, at: Date): number {
    const secret = account.totpSecret ? this.secrets.open(account.totpSecret) : '';
    const step = this.codes.stepOf(secret, totp, at);
    if (step === undefined) throw wrong();
    return step;
  }

  private async open(
    tx: Transaction,
    account: AdminAccount,
    step: number | undefined,
    ip: string | null,
    at: Date,
  ): Promise<OpenedSession> {
    const { employeeId, employeeName, venueId, username } = account;
    if (step !== undefined && !(await this.accounts.useTotpCounter(tx, employeeId, step))) throw wrong();
    await this.accounts.forgive(tx, username);
    const id = newId(at.getTime());
    const token = this.secrets.newToken();
    const place = { deviceId: null, kind: 'admin', station: 'admin', barId: null } as const;
    await this.sessions.open(tx, this.secrets.hashOf(token), { id, venueId, employeeId, ...place, createdAt: at });
    const event = domainEvent({
      type: 'staff.logged_in',
      venueId,
      subjectId: employeeId,
      actor: { employeeId, employeeName, deviceId: null, ip },
      data: { name: employeeName, station: 'admin', session_id: id },
      occurredAt: at,
    });
    await this.journal.write(tx, [event]);
    return { sessionId: id, token };
  }
}

function wrong(): DomainError {
  return new DomainError('admin.wrong', 'unauthenticated');
}
