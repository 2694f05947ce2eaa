import { Injectable, OnModuleInit } from '@nestjs/common';
import { ActorRef, Transaction } from '@libs/kernel';
import {
  OrderPayment,
  OrderSettlements,
  OrderSettler,
  RefundOrderPayment,
  StartOrderPayment,
} from '@libs/payments/application';
import { OnlinePayments, PageState, PageVisit, ReturnRefund, SettleOrder } from '../application';

/** {@link OnlinePayments} from payments. */
@Injectable()
export class PagePayments extends OnlinePayments {
  constructor(
    private readonly payments: StartOrderPayment,
    private readonly refunds: RefundOrderPayment,
  ) {
    super();
  }

  begin(
    tx: Transaction,
    order: Parameters<OnlinePayments['begin']>[1],
    provider: Parameters<OnlinePayments['begin']>[2],
    by: ActorRef,
  ): Promise<string> {
    const { id, venueId, nightId, customerId, total: amount, expiresAt } = order;
    return this.payments.begin(tx, {
      order: { kind: 'entry_order', id, customerId },
      ...{ venueId, nightId, amount, provider: provider ?? undefined, by, expiresAt },
    });
  }

  async open(paymentId: string, visit: PageVisit): Promise<PageState> {
    const { intentId, status, payUrl } = await this.payments.open(paymentId, visit);
    return { paymentId: intentId, status, payUrl };
  }

  async giveBack(tx: Transaction, ask: Parameters<OnlinePayments['giveBack']>[1]): Promise<void> {
    const { paymentId: intentId, ...rest } = ask;
    await this.refunds.execute(tx, { intentId, ...rest });
  }
}

/** What entries does with the payments of its orders. */
@Injectable()
export class EntryOrderSettler extends OrderSettler implements OnModuleInit {
  readonly kind = 'entry_order';

  constructor(
    private readonly settlements: OrderSettlements,
    private readonly settleOrder: SettleOrder,
    private readonly returnRefund: ReturnRefund,
  ) {
    super();
  }

  onModuleInit(): void {
    this.settlements.add(this);
  }

  settle(tx: Transaction, { venueId, order, intentId: paymentId }: OrderPayment): Promise<void> {
    return this.settleOrder.execute(tx, { venueId, orderId: order.id, paymentId });
  }

  /** The order stands as it is, and the list of orders says that a refund is due. */
  refused(): Promise<void> {
    return Promise.resolve();
  }

  /** The guest may try once more until the order's own time is up. */
  release(): Promise<void> {
    return Promise.resolve();
  }

  async refundFailed(tx: Transaction, refund: Parameters<OrderSettler['refundFailed']>[1]): Promise<boolean> {
    const { id: refundId, amount, order } = refund;
    await this.returnRefund.execute(tx, { refundId, amount, orderId: order.id });
    return true;
  }
}
