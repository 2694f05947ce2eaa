import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { amountOf, DAY_MS, Ledger, Occasion, refuseAboveLimits, TopUpBook } from '../domain';

/** Whether a wallet takes that much more, asked before anybody pays. Holds the wallet, so that two ask one after another. */
@Injectable()
export class TopUpLimits {
  constructor(
    private readonly ledger: Ledger,
    private readonly topUps: TopUpBook,
  ) {}

  /** @throws DomainError `wallet.amount_invalid`, `wallet.limit_exceeded` */
  async check(tx: Transaction, occasion: Occasion, customerId: string, asked: number): Promise<void> {
    const amount = amountOf(asked);
    const { venueId, at } = occasion;
    const { accountId, balance } = await this.ledger.open(tx, occasion, customerId, 'CLP');
    const since = new Date(at.getTime() - DAY_MS);
    const { limits, amount: toppedUp } = await this.ledger.toppedUp(tx, venueId, accountId, since);
    const pending = await this.topUps.pending(tx, customerId);
    refuseAboveLimits(limits, { balance, toppedUp, pending }, amount);
  }
}
