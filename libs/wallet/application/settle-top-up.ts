import { Injectable } from '@nestjs/common';
import { ActorRef, Clock, DomainError, Transaction } from '@libs/kernel';
import { Occasion, TopUpBook } from '../domain';
import { ReverseTransfer } from './reverse-transfer';
import { TopUpWallet } from './top-up-wallet';

const NOBODY: ActorRef = { employeeId: null, employeeName: null, deviceId: null, ip: null };

/** What becomes of a top-up when its payment is over, in the payment's own transaction. */
@Injectable()
export class SettleTopUp {
  constructor(
    private readonly clock: Clock,
    private readonly topUps: TopUpBook,
    private readonly topUpWallet: TopUpWallet,
    private readonly reverseTransfer: ReverseTransfer,
  ) {}

  /**
   * The money is there: it becomes balance, once. Limits were asked before the payment began.
   * @throws DomainError `wallet.top_up_unknown`, `wallet.top_up_over` (conflict)
   */
  async paid(
    tx: Transaction,
    id: string,
    payment: { nightId: string | null; amount: number; by: ActorRef | null },
  ): Promise<void> {
    const at = this.clock.now();
    const topUp = await this.topUps.lock(tx, id);
    if (!topUp) throw new DomainError('wallet.top_up_unknown', 'not_found');
    const { venueId, customerId, amount, means, status } = topUp;
    if (status !== 'PENDING' || amount !== payment.amount) throw new DomainError('wallet.top_up_over', 'conflict');
    const occasion: Occasion = { venueId, nightId: payment.nightId, actor: payment.by ?? NOBODY, at };
    const reference = { kind: 'top_up', id };
    const input = { customerId, amount, from: means, reference, isOwed: true };
    const posted = await this.topUpWallet.execute(tx, occasion, input);
    await this.topUps.paid(tx, id, posted.transferId, at);
  }

  /** Nothing was charged, or what was is given back: nothing is on its way any more. */
  async failed(tx: Transaction, id: string, outcome: string): Promise<void> {
    const topUp = await this.topUps.lock(tx, id);
    if (topUp?.status === 'PENDING') await this.topUps.failed(tx, id, outcome, this.clock.now());
  }

  /**
   * Money that was to go back to the card did not: it is in the wallet again.
   * @returns whether it is, which is so of what had left it
   */
  async refundFailed(tx: Transaction, topUpId: string, refundId: string): Promise<boolean> {
    const [topUp, transferId] = [await this.topUps.lock(tx, topUpId), await this.topUps.payoutOf(tx, refundId)];
    if (!topUp || !transferId) return false;
    const occasion = { venueId: topUp.venueId, nightId: null, actor: NOBODY, at: this.clock.now() };
    await this.reverseTransfer.execute(tx, occasion, { transferId, reason: 'El banco no aceptó la devolución' });
    return true;
  }
}
