import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transaction, Transactions } from '@libs/kernel';
import { ChallengeBook, CustomerRepository, SessionBook } from '../domain';
import { actOf } from './acts';
import { OwnPassword } from './own-password';
import { CustomerHoldings } from './ports';

/** A guest ends the account. Money is settled first; sales stay, under a number that tells nobody who it was. */
@Injectable()
export class DeleteAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly customers: CustomerRepository,
    private readonly own: OwnPassword,
    private readonly challenges: ChallengeBook,
    private readonly sessions: SessionBook,
    private readonly holdings: CustomerHoldings,
    private readonly clock: Clock,
  ) {}

  /**
   * @param ask givesUp: the guest was told what is lost with the account, and wants that
   * @throws DomainError `password.wrong`, `customer.locked`, `customer.balance_left` (facts holdings),
   *   `customer.things_left` (facts holdings, counts) unless it is given up
   */
  async execute(
    customerId: string,
    ask: { readonly password: string; readonly givesUp: boolean },
    ip: string | null,
  ): Promise<void> {
    const confirmed = await this.own.confirm(customerId, ask.password, ip);
    const at = this.clock.now();
    await this.transactions.run(async (tx) => {
      const customer = await this.own.lock(tx, confirmed);
      const left = await this.holdings.left(tx, customerId);
      if (left.length > 0) throw new DomainError('customer.balance_left', 'conflict', { holdings: left });
      if (!ask.givesUp) await this.refuseLoss(tx, customerId);
      const { venueId, email } = customer.state;
      customer.erase(actOf(ip, at));
      await this.customers.update(tx, customer, at);
      await this.sessions.endAll(tx, customerId, at);
      if (email !== null) await this.challenges.forget(tx, venueId, email);
    });
  }

  private async refuseLoss(tx: Transaction, customerId: string): Promise<void> {
    const counts = await this.holdings.wouldLose(tx, customerId);
    const holdings = Object.keys(counts);
    if (holdings.length > 0) throw new DomainError('customer.things_left', 'conflict', { holdings, counts });
  }
}
