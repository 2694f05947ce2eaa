import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Transaction } from '@libs/kernel';
import { IntentFacts, IntentOrder, IntentStatus, OrderKind, PaymentIntent } from '../domain';

/** A payment that an order waited for, and where it came in. */
export interface OrderPayment extends Pick<IntentFacts, 'venueId' | 'nightId' | 'till' | 'amount' | 'provider'> {
  readonly intentId: string;
  readonly order: IntentOrder;
  readonly at: Date;
}

/** Why an order's payment brought nothing. */
export type Unpaid = Extract<IntentStatus, 'DECLINED' | 'CANCELLED' | 'EXPIRED' | 'ERROR'>;

/**
 * What a context does with the payments of its orders. Called in the transaction in which the payment changes, which holds
 * the payment's row: whoever holds an order already must not touch its payment.
 */
export abstract class OrderSettler {
  abstract readonly kind: OrderKind;

  /**
   * The money is there: the order stands. What it wrote is taken back when it refuses.
   * @throws DomainError when the order cannot take the payment; a person is told, and the money can be given back
   */
  abstract settle(tx: Transaction, payment: OrderPayment): Promise<void>;

  /** The money came, and its order did not take it, for the reason with that code: a person gives it back. */
  abstract refused(tx: Transaction, payment: OrderPayment, code: string): Promise<void>;

  /** Nothing was charged, for certain: what the order held is free again, unless another attempt is at work. */
  abstract release(tx: Transaction, payment: OrderPayment, outcome: Unpaid): Promise<void>;

  /**
   * Money that was to go back to the card did not.
   * @returns whether the customer has it now, so that nobody may give it once more
   */
  abstract refundFailed(tx: Transaction, refund: { id: string; amount: number; order: IntentOrder }): Promise<boolean>;
}

/** Undoes what one part of a transaction wrote, and keeps the rest of it. */
export abstract class Savepoints {
  /** @returns the refusal, with everything that the work wrote taken back; any other failure is thrown */
  abstract attempt(tx: Transaction, work: () => Promise<void>): Promise<DomainError | undefined>;
}

/** Who settles which orders. Contexts add themselves at the start. */
@Injectable()
export class OrderSettlements {
  private readonly settlers = new Map<OrderKind, OrderSettler>();

  constructor(
    private readonly savepoints: Savepoints,
    private readonly clock: Clock,
  ) {}

  add(settler: OrderSettler): void {
    this.settlers.set(settler.kind, settler);
  }

  /** A payment that has just come to its end settles or frees its order, before it is written. */
  async heed(tx: Transaction, intent: PaymentIntent): Promise<void> {
    const { order, status, id: intentId, venueId, nightId, till, amount, provider } = intent.facts;
    if (!order || !intent.hasEnded) return;
    const at = this.clock.now();
    const payment = { order, intentId, venueId, nightId, till, amount, provider, at };
    const settler = this.of(order.kind);
    if (status !== 'APPROVED') return settler.release(tx, payment, status as Unpaid);
    const refusal = await this.savepoints.attempt(tx, () => settler.settle(tx, payment));
    if (!refusal) return intent.takeForOrder(at);
    intent.flagUnordered(refusal.code, at);
    await settler.refused(tx, payment, refusal.code);
  }

  /** @returns whether the customer has the money now */
  async refundFailed(tx: Transaction, refund: { id: string; amount: number }, intent: PaymentIntent): Promise<boolean> {
    const { order, takenAt } = intent.facts;
    return order && takenAt ? this.of(order.kind).refundFailed(tx, { ...refund, order }) : false;
  }

  private of(kind: OrderKind): OrderSettler {
    const settler = this.settlers.get(kind);
    if (!settler) throw new Error(`nobody settles orders of kind ${kind}`);
    return settler;
  }
}
