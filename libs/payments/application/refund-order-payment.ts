import { Injectable } from '@nestjs/common';
import { ActorRef, DomainError, Transaction } from '@libs/kernel';
import { IntentRepository } from './repositories';
import { RefundPayment } from './refund-payment';

export interface RefundOrderPaymentInput {
  readonly venueId: string;
  /** The payment that the order was settled by. */
  readonly intentId: string;
  /** Pesos; never more than is left of the payment. */
  readonly amount: number;
  readonly reason: string;
  readonly customerId: string;
  /** The customer, or an employee with the yes of another one. */
  readonly by: ActorRef;
  readonly authorizedBy: string | null;
}

/**
 * Money of an order's payment goes back to the card it came from, within the transaction in which the order gives it up.
 * It leaves after the commit; when the provider refuses it, the order's settler hears `refundFailed`.
 */
@Injectable()
export class RefundOrderPayment {
  constructor(
    private readonly intents: IntentRepository,
    private readonly refunds: RefundPayment,
  ) {}

  /**
   * @returns the refund's id
   * @throws DomainError `payment.not_found`, `payment.not_refundable`, `payment.refund_too_much` (conflict)
   */
  async execute(tx: Transaction, ask: RefundOrderPaymentInput): Promise<string> {
    const { amount, reason, customerId, authorizedBy } = ask;
    const intent = await this.intents.lock(tx, ask.intentId, ask.venueId);
    const { order, takenAt } = intent.facts;
    if (order?.customerId !== customerId) throw new DomainError('payment.not_found', 'not_found');
    if (!takenAt) throw new DomainError('payment.not_refundable', 'conflict');
    return this.refunds.request(tx, intent, { amount, reason, authorizedBy, customerId }, ask.by);
  }
}
