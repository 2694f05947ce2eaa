import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, Transactions } from '@libs/kernel';
import { AdminAccount, AdminAccountRepository } from '../domain';
import { SecretHasher } from './secrets';

/** The caller's own account, for acts that ask for the password once more. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AdminAccountRepository,
    private readonly hasher: SecretHasher,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `admin.no_account` */
  async of(actor: Actor): Promise<AdminAccount> {
    const account = await this.accounts.findByEmployee(actor.employeeId);
    if (!account) throw new DomainError('admin.no_account', 'not_found');
    return account;
  }

  /** Counts like a login: a stolen session is no way to guess on. @throws DomainError `password.wrong`, `admin.locked` */
  async confirm(actor: Actor, password: string): Promise<AdminAccount> {
    const account = await this.of(actor);
    await this.transactions.run((tx) => this.accounts.reserve(tx, account.username, this.clock.now()));
    if (!(await this.hasher.matches(account.passwordHash, password)))
      throw new DomainError('password.wrong', 'invalid');
    await this.transactions.run((tx) => this.accounts.forgive(tx, account.username));
    return account;
  }
}
