import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, DomainEvent, domainEvent, Transactions } from '@libs/kernel';
import { AdminAccountRepository, Journal } from '../domain';
import { OwnAccount } from './own-account';
import { OneTimeCodes, Secrets } from './secrets';

/** For an authenticator app, to be shown once. */
export interface ProposedFactor {
  /** Base 32, to be typed. */
  readonly secret: string;
  /** The same as an `otpauth://` address, to be scanned. */
  readonly url: string;
}

/** The second factor of the caller's account: proposed, confirmed by a first code, turned off by the password. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnAccount,
    private readonly accounts: AdminAccountRepository,
    private readonly journal: Journal,
    private readonly codes: OneTimeCodes,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `totp.already_on`, `admin.no_account` */
  async propose(actor: Actor): Promise<ProposedFactor> {
    const { employeeId, username } = await this.own.of(actor);
    const secret = this.codes.newSecret();
    const sealed = this.secrets.seal(secret);
    const isProposed = await this.transactions.run((tx) => this.accounts.proposeTotp(tx, employeeId, sealed));
    if (!isProposed) throw alreadyOn();
    return { secret, url: this.codes.urlOf(secret, username) };
  }

  /** @throws DomainError `totp.not_set_up`, `totp.wrong`, `totp.already_on` */
  async confirm(actor: Actor, code: string): Promise<void> {
    const { employeeId, totpSecret, totpConfirmed } = await this.own.of(actor);
    if (totpConfirmed) throw alreadyOn();
    if (totpSecret === null) throw new DomainError('totp.not_set_up', 'conflict');
    const at = this.clock.now();
    const step = this.codes.stepOf(this.secrets.open(totpSecret), code, at);
    if (step === undefined) throw new DomainError('totp.wrong', 'invalid');
    await this.transactions.run(async (tx) => {
      if (!(await this.accounts.confirmTotp(tx, employeeId, totpSecret, step, at))) throw alreadyOn();
      await this.journal.write(tx, [told('staff.totp_enabled', actor, at)]);
    });
  }

  /** @throws DomainError `password.wrong`, `admin.locked` */
  async disable(actor: Actor, password: string): Promise<void> {
    const { employeeId } = await this.own.confirm(actor, password);
    await this.transactions.run(async (tx) => {
      await this.accounts.removeTotp(tx, employeeId);
      await this.journal.write(tx, [told('staff.totp_disabled', actor, this.clock.now())]);
    });
  }
}

function alreadyOn(): DomainError {
  return new DomainError('totp.already_on', 'conflict');
}

function told(type: string, actor: Actor, occurredAt: Date): DomainEvent {
  const { venueId, employeeId: subjectId, employeeName: name } = actor;
  return domainEvent({ type, venueId, subjectId, actor: actorRef(actor), data: { name }, occurredAt });
}
