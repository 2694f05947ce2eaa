import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transaction } from '@libs/kernel';
import { OrderRepository } from '../domain';
import { NOBODY } from './guest-acts';
import { Wallets } from './ports';

/** Money that was to go back to the card could not: the guest has it in the wallet instead. */
@Injectable()
export class ReturnRefund {
  constructor(
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly wallets: Wallets,
  ) {}

  /** @throws DomainError `entry.order_not_found` */
  async execute(tx: Transaction, refund: { refundId: string; orderId: string; amount: number }): Promise<void> {
    const { refundId, orderId, amount } = refund;
    const order = await this.orders.find(tx, orderId);
    if (!order) throw new DomainError('entry.order_not_found', 'not_found');
    const { venueId, nightId, customerId } = order;
    const move = { venueId, nightId, customerId, orderId, amount, by: NOBODY, at: this.clock.now() };
    await this.wallets.credit(tx, { ...move, refundId, isOwed: true });
  }
}
