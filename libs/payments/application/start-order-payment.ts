import { Injectable } from '@nestjs/common';
import { ActorRef, Clock, DomainError, newId, Transaction } from '@libs/kernel';
import {
  IntentOrder,
  IntentStatus,
  NOTHING_CHARGED,
  OnlineProviderName,
  PAGE_EXPIRY_MS,
  PaymentIntent,
} from '../domain';
import { OfferPayment, PageVisit } from './offer-payment';
import { OnlineProviders } from './ports';
import { IntentRepository } from './repositories';

export interface StartOrderPaymentInput {
  readonly order: IntentOrder;
  readonly venueId: string;
  /** Null outside of a night. */
  readonly nightId: string | null;
  /** Pesos. */
  readonly amount: number;
  /** Undefined: the first that the house has a contract with. */
  readonly provider: OnlineProviderName | undefined;
  /** The customer, as the audit trail names them. */
  readonly by: ActorRef;
  /** When the order no longer waits; a page lives a quarter of an hour unless told. */
  readonly expiresAt?: Date;
}

export interface OrderPaymentState {
  readonly intentId: string;
  readonly status: IntentStatus;
  /** Where the customer pays; null when the page could not be opened. */
  readonly payUrl: string | null;
}

/**
 * Takes money on a page in the internet for an order that no till stands behind. `begin` in the order's own transaction,
 * `open` after its commit. What becomes of it, the order's {@link OrderSettler} is told.
 */
@Injectable()
export class StartOrderPayment {
  constructor(
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly providers: OnlineProviders,
    private readonly offer: OfferPayment,
  ) {}

  /**
   * @returns the attempt's id
   * @throws DomainError `payment.still_open`, `payment.order_paid`, `payment.provider_not_configured` (conflict)
   */
  async begin(tx: Transaction, ask: StartOrderPaymentInput): Promise<string> {
    const now = this.clock.now();
    const { order, venueId, nightId, amount, by } = ask;
    await this.refuseSecond(tx, order);
    const provider = ask.provider ?? this.providers.configured()[0];
    if (!provider) throw new DomainError('payment.provider_not_configured', 'conflict');
    const intent = PaymentIntent.begin(
      {
        ...{ id: newId(now.getTime()), venueId, nightId, till: null, saleId: null, order, amount, provider },
        ...{ fallbackOf: null, fallbackReason: null, reference: await this.intents.nextReference(tx) },
        createdAt: now,
        expiresAt: ask.expiresAt ?? new Date(now.getTime() + PAGE_EXPIRY_MS),
      },
      by,
    );
    await this.offer.prepare(tx, intent, null, by);
    await this.intents.add(tx, intent, null);
    return intent.facts.id;
  }

  /** Opens the page of an attempt that was just begun; of any other it only tells how it stands. */
  async open(id: string, visit: PageVisit): Promise<OrderPaymentState> {
    await this.offer.openPage(id, visit);
    const { status, payUrl } = await this.intents.facts(id);
    return { intentId: id, status, payUrl };
  }

  private async refuseSecond(tx: Transaction, order: IntentOrder): Promise<void> {
    for (const { id, status } of await this.intents.attemptsFor(tx, order)) {
      if (status === 'APPROVED') throw new DomainError('payment.order_paid', 'conflict');
      if (!NOTHING_CHARGED.includes(status)) throw new DomainError('payment.still_open', 'conflict', { id, status });
    }
  }
}
