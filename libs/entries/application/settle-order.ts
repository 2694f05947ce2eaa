import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transaction } from '@libs/kernel';
import { OrderLine, OrderRepository, Room } from '../domain';
import { NOBODY } from './guest-acts';
import { IssueEntries } from './issue-entries';
import { Houses } from './ports';

/**
 * Money for an order came by a payment page. An order that had ended meanwhile is honoured as long as there is room;
 * otherwise it refuses, and payments tells a person to give the money back.
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
   * @throws DomainError `entry.order_not_found`, `entry.order_not_pending` when it is paid by another payment,
   *   `entry.sold_out` (conflict), `customer.unknown` when the account was deleted after the order had ended
   */
  async execute(
    tx: Transaction,
    payment: { readonly venueId: string; readonly orderId: string; readonly paymentId: string },
  ): Promise<void> {
    const { venueId, orderId, paymentId } = payment;
    const { ticketPrefix } = await this.houses.find(venueId);
    const order = await this.orders.lock(tx, venueId, orderId);
    if (!order) throw new DomainError('entry.order_not_found', 'not_found');
    const { lines, nightId, customerId } = order.state;
    if (order.state.paymentId === paymentId) return;
    await this.orders.holdCustomer(tx, venueId, customerId);
    const at = this.clock.now();
    if (!order.isHeld) await this.takeAgain(tx, lines, at);
    order.pay(paymentId, NOBODY, at);
    await this.orders.save(tx, order);
    const wanted = { venueId, nightId, customerId, orderId, saleId: null };
    await this.issueEntries.execute(tx, { ...wanted, ticketPrefix, at, lines });
  }

  private async takeAgain(tx: Transaction, lines: readonly OrderLine[], at: Date): Promise<void> {
    const typeIds = lines.map(({ entryTypeId }) => entryTypeId);
    await this.room.freeDue(tx, typeIds, at);
    await this.room.take(tx, lines);
  }
}
