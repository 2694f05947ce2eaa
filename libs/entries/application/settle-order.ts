import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transaction } from '@libs/kernel';
import { OrderRepository, Room } from '../domain';
import { NOBODY } from './guest-acts';
import { IssueEntries } from './issue-entries';
import { Houses } from './ports';

/**
 * Money for an order came by a payment page. An order that had ended meanwhile is honoured as long as there is room;
 * otherwise its money is due back.
 */
@Injectable()
export class SettleOrder {
  constructor(
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly orders: OrderRepository,
    private readonly room: Room,
    private readonly issueEntries: IssueEntries,
  ) {}

  /**
   * In the transaction that takes the payment. The same payment again changes nothing.
   * @returns `refund_due` when the money buys nothing any more
   * @throws DomainError `entry.order_not_found`
   */
  async execute(
    tx: Transaction,
    payment: { readonly venueId: string; readonly orderId: string; readonly paymentId: string },
  ): Promise<'paid' | 'refund_due'> {
    const { venueId, orderId, paymentId } = payment;
    const house = await this.houses.find(venueId);
    const order = await this.orders.lock(tx, venueId, orderId);
    if (!order) throw new DomainError('entry.order_not_found', 'not_found');
    const { status, lines, nightId, customerId } = order.state;
    if (order.state.paymentId === paymentId) return order.state.refundDueAt ? 'refund_due' : 'paid';
    const at = this.clock.now();
    if (status === 'PAID' || status === 'REFUNDED') return 'refund_due';
    if (!order.isHeld)
      await this.room.freeDue(
        tx,
        lines.map(({ entryTypeId }) => entryTypeId),
        at,
      );
    if (!order.isHeld && !(await this.room.takeIfLeft(tx, lines))) {
      order.oweRefund(paymentId, NOBODY, at);
      await this.orders.save(tx, order);
      return 'refund_due';
    }
    order.pay(paymentId, NOBODY, at);
    await this.orders.save(tx, order);
    const wanted = { venueId, nightId, customerId, orderId, saleId: null, isTest: false };
    await this.issueEntries.execute(tx, { ...wanted, ticketPrefix: house.ticketPrefix, at, lines });
    return 'paid';
  }
}
