import { Injectable, OnModuleInit } from '@nestjs/common';
import { Actor, ActorRef, DomainError, Transaction } from '@libs/kernel';
import { sql, sqlOf } from '@libs/platform';
import {
  IntentTill,
  OfferPayment,
  OrderPayment,
  OrderSettlements,
  OrderSettler,
  PayOrderAtTill,
  RefundOrderPayment,
  StartOrderPayment,
  Unpaid,
} from '@libs/payments/application';
import { Guests, SettleTopUp, TopUpPayments, Visit } from '../application';

const HOLD = sql(
  'wallet.hold_customer',
  `SELECT name FROM customers.customers WHERE uuid = $2 AND venue_id = $1 AND deleted_at IS NULL FOR SHARE`,
);

/** {@link Guests} of customers. */
@Injectable()
export class CustomerGuests extends Guests {
  async hold(tx: Transaction, venueId: string, customerId: string): Promise<string> {
    const [customer] = await sqlOf(tx).rows<{ name: string }>(HOLD, [venueId, customerId]);
    if (!customer) throw new DomainError('customer.unknown', 'not_found');
    return customer.name;
  }
}

/** {@link TopUpPayments} from payments. */
@Injectable()
export class PaymentTopUps extends TopUpPayments {
  constructor(
    private readonly start: StartOrderPayment,
    private readonly atTill: PayOrderAtTill,
    private readonly offer: OfferPayment,
    private readonly refund: RefundOrderPayment,
  ) {
    super();
  }

  beginOnline(tx: Transaction, ask: Parameters<TopUpPayments['beginOnline']>[1]): Promise<string> {
    const { topUpId: id, customerId, ...asked } = ask;
    return this.start.begin(tx, { order: { kind: 'top_up', id, customerId }, nightId: null, ...asked });
  }

  beginAtTill(tx: Transaction, actor: Actor, ask: Parameters<TopUpPayments['beginAtTill']>[2]): Promise<string> {
    const { topUpId: id, customerId, ...asked } = ask;
    return this.atTill.byCard(tx, actor, { order: { kind: 'top_up', id, customerId }, ...asked });
  }

  takeCash(
    tx: Transaction,
    actor: Actor,
    cash: { sessionId: string; amount: number; reason: string },
  ): Promise<string> {
    return this.atTill.inCash(tx, actor, cash);
  }

  openPage(intentId: string, visit: Visit): Promise<void> {
    return this.offer.openPage(intentId, visit);
  }

  giveBack(tx: Transaction, ask: Parameters<TopUpPayments['giveBack']>[1]): Promise<string> {
    return this.refund.execute(tx, { ...ask, authorizedBy: null });
  }
}

/** Hears what became of the payments of top-ups. */
@Injectable()
export class TopUpSettler extends OrderSettler implements OnModuleInit {
  readonly kind = 'top_up';

  constructor(
    private readonly settlements: OrderSettlements,
    private readonly topUps: SettleTopUp,
  ) {
    super();
  }

  onModuleInit(): void {
    this.settlements.add(this);
  }

  settle(tx: Transaction, { order, nightId, amount, till }: OrderPayment): Promise<void> {
    return this.topUps.paid(tx, order.id, { nightId, amount, by: till && cashierAt(till) });
  }

  refused(tx: Transaction, { order }: OrderPayment, code: string): Promise<void> {
    return this.topUps.failed(tx, order.id, code);
  }

  release(tx: Transaction, { order }: OrderPayment, outcome: Unpaid): Promise<void> {
    return this.topUps.failed(tx, order.id, outcome);
  }

  refundFailed(tx: Transaction, { id, order }: Parameters<OrderSettler['refundFailed']>[1]): Promise<boolean> {
    return this.topUps.refundFailed(tx, order.id, id);
  }
}

function cashierAt({ employeeId, employeeName, deviceId }: IntentTill): ActorRef {
  return { employeeId, employeeName, deviceId, ip: null };
}
