import { Injectable } from '@nestjs/common';
import { ActorRef, Clock, DomainError, Once, Transaction, Transactions } from '@libs/kernel';
import { Ledger, Occasion, planPayout, TopUpBook } from '../domain';
import { PayOutWallet } from './pay-out-wallet';
import { TopUpPayments } from './ports';

export interface PaidOut {
  /** In pesos, on its way to the cards. */
  readonly amount: number;
  /** Afterwards: what no card brought, and can be had at a till. */
  readonly balance: number;
  readonly refunds: readonly { readonly refundId: string; readonly topUpId: string; readonly amount: number }[];
}

/** A customer takes the rest of the balance home: it goes back to the cards that it came from, the newest first. */
@Injectable()
export class PayOutToCards {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly topUps: TopUpBook,
    private readonly payOut: PayOutWallet,
    private readonly payments: TopUpPayments,
  ) {}

  /** @throws DomainError `wallet.nothing_left`, `wallet.nothing_by_card` (conflict), `wallet.frozen` (locked) */
  execute(once: Once, venueId: string, customerId: string, ip: string | null): Promise<PaidOut> {
    return this.transactions.once(once, async (tx) => {
      const held = await this.ledger.hold(tx, venueId, customerId, 'CLP');
      if (!held || held.balance === 0) throw new DomainError('wallet.nothing_left', 'conflict');
      if (held.isFrozen) throw new DomainError('wallet.frozen', 'locked');
      const { parts } = planPayout(held.balance, await this.topUps.refundable(tx, customerId));
      if (parts.length === 0) throw new DomainError('wallet.nothing_by_card', 'conflict', { balance: held.balance });
      const by = { employeeId: null, employeeName: null, deviceId: null, ip };
      const occasion = { venueId, nightId: null, actor: by, at: this.clock.now() };
      let { balance } = held;
      const refunds = [];
      for (const part of parts) {
        const sent = await this.send(tx, occasion, customerId, { ...part, by });
        balance = sent.balance;
        refunds.push({ refundId: sent.refundId, topUpId: part.topUpId, amount: part.amount });
      }
      return { amount: held.balance - balance, balance, refunds };
    });
  }

  private async send(
    tx: Transaction,
    occasion: Occasion,
    customerId: string,
    part: { topUpId: string; intentId: string; amount: number; by: ActorRef },
  ): Promise<{ refundId: string; balance: number }> {
    const { venueId, at } = occasion;
    const { topUpId, amount } = part;
    const reason = 'El cliente retira su saldo';
    const refundId = await this.payments.giveBack(tx, { venueId, customerId, reason, ...part });
    const reference = { kind: 'refund', id: refundId };
    const { transferId, balance } = await this.payOut.execute(tx, occasion, { customerId, amount, reason, reference });
    await this.topUps.addPayout(tx, { refundId, topUpId, transferId, at });
    return { refundId, balance };
  }
}
