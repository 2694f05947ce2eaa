import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { Refund } from '../domain';
import { OrderSettlements } from './order-settlements';
import { Findings } from './ports';
import { IntentRepository, RefundRepository } from './repositories';

/** What became of a refund, whoever carried it out. Only a certain no gives the amount free again. */
@Injectable()
export class SettleRefund {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly intents: IntentRepository,
    private readonly findings: Findings,
    private readonly orders: OrderSettlements,
  ) {}

  async sent(tx: Transaction, id: string, at: Date): Promise<void> {
    const refund = await this.refunds.lock(tx, id);
    if (refund.status === 'REQUESTED') await this.refunds.setStatus(tx, id, 'SENT', { at });
  }

  /** Who sent it died before the answer: it may have gone back. */
  async doubt(tx: Transaction, id: string, at: Date): Promise<void> {
    const { status } = await this.refunds.lock(tx, id);
    if (status === 'SENT') await this.settle(tx, id, { outcome: 'unknown', reason: 'no_answer' }, at);
  }

  /** A person found out that it did not go back. */
  async refuse(tx: Transaction, id: string, said: { at: Date; detail: string }): Promise<void> {
    await this.refunds.setStatus(tx, id, 'REFUSED', said);
    await this.goBack(tx, await this.refunds.lock(tx, id));
  }

  /**
   * It may be asked for again, and what an order's customer was to get is theirs again.
   * @returns whether a customer has it now
   */
  private async goBack(tx: Transaction, { id, intentId, amount }: Refund): Promise<boolean> {
    await this.intents.releaseRefund(tx, intentId, amount);
    return this.orders.refundFailed(tx, { id, amount }, await this.intents.lock(tx, intentId));
  }

  async settle(
    tx: Transaction,
    id: string,
    heard: { outcome: 'done' | 'refused' | 'unknown'; reason: string | null; reference?: string | null },
    at: Date,
  ): Promise<void> {
    const refund = await this.refunds.lock(tx, id);
    if (refund.status === 'DONE' || refund.status === 'REFUSED') return;
    const status = { done: 'DONE', refused: 'REFUSED', unknown: 'UNKNOWN' } as const;
    await this.refunds.setStatus(tx, id, status[heard.outcome], {
      at,
      reference: heard.reference ?? null,
      detail: heard.reason,
    });
    if (heard.outcome === 'done') return;
    const isReturned = heard.outcome === 'refused' && (await this.goBack(tx, refund));
    const refused = isReturned ? 'refund_in_wallet' : 'refund_refused';
    await this.findings.add(
      tx,
      {
        venueId: refund.venueId,
        kind: heard.outcome === 'refused' ? refused : 'refund_unknown',
        subject: id,
        intentId: refund.intentId,
        refundId: id,
        registerSessionId: null,
        amount: refund.amount,
        facts: { reason: heard.reason },
      },
      at,
    );
  }
}
