import { Injectable } from '@nestjs/common';
import { domainEvent, Transaction } from '@libs/kernel';
import { CancelledSale, Ledger, SalePoints } from '../domain';
import { ReverseTransfer } from './reverse-transfer';

/**
 * A cancelled sale takes its points back, once: as many as are still there. What the guest spent before is forgiven, and
 * said so: a balance below zero would be a debt that nobody agreed to. See docs/adr/0018.
 */
@Injectable()
export class ReturnForSale {
  constructor(
    private readonly sales: SalePoints,
    private readonly ledger: Ledger,
    private readonly reverseTransfer: ReverseTransfer,
  ) {}

  async execute(tx: Transaction, sale: CancelledSale): Promise<void> {
    const { saleId, venueId, nightId, actor, at, reason } = sale;
    const earned = await this.sales.hold(tx, saleId);
    if (!earned) return;
    const { customerId, points, transferId } = earned;
    if (transferId === null) return this.sales.keepReturn(tx, saleId, 0, at);
    await this.reverseTransfer.execute(tx, { venueId, nightId, actor, at }, { transferId, reason });
    const returned = await this.ledger.returned(tx, transferId);
    await this.sales.keepReturn(tx, saleId, returned, at);
    if (returned === points) return;
    const data = { customer_id: customerId, points, returned_points: returned, reason };
    const event = { type: 'wallet.points_forgiven', venueId, nightId, subjectId: saleId, actor, occurredAt: at, data };
    await this.sales.publish(tx, [domainEvent(event)]);
  }
}
