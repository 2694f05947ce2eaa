import { Injectable } from '@nestjs/common';
import { Actor, Clock, DomainError, newId, Transaction } from '@libs/kernel';
import { IntentOrder, isOnline, PAGE_EXPIRY_MS, PaymentIntent, TERMINAL_EXPIRY_MS } from '../domain';
import { OfferPayment } from './offer-payment';
import { Tills } from './ports';
import { IntentRepository } from './repositories';

/** The tills at which orders are paid. Whoever has tills adds them at the start. */
export class OrderTills {
  private tills: Tills | undefined;

  add(tills: Tills): void {
    this.tills = tills;
  }

  get(): Tills {
    if (!this.tills) throw new Error('no tills were added');
    return this.tills;
  }
}

export interface PayOrderByCard {
  readonly order: IntentOrder;
  readonly registerSessionId: string;
  /** Pesos. */
  readonly amount: number;
  /** For a terminal that nobody drives: the number on its voucher. */
  readonly voucher: string | null;
}

/** Takes money for an order at a till: into the drawer, or by card with whatever takes cards there. */
@Injectable()
export class PayOrderAtTill {
  constructor(
    private readonly clock: Clock,
    private readonly intents: IntentRepository,
    private readonly offer: OfferPayment,
    private readonly tills: OrderTills,
  ) {}

  /**
   * Within the order's own transaction; an order whose card is approved at once is settled in it. Afterwards
   * {@link OfferPayment.openPage}.
   * @returns the attempt's id
   * @throws DomainError `payment.no_provider`, `payment.no_agent`, `payment.still_open` (conflict),
   *   `payment.voucher_missing` (invalid), and those of serving an order at a till
   */
  async byCard(tx: Transaction, actor: Actor, ask: PayOrderByCard): Promise<string> {
    const { order, registerSessionId, amount } = ask;
    const { registerId, nightId, primaryProvider } = await this.tills.get().serve(tx, actor, registerSessionId);
    if (!primaryProvider) throw new DomainError('payment.no_provider', 'conflict');
    const now = this.clock.now();
    const { venueId, employeeId, employeeName, deviceId } = actor;
    const expiry = isOnline(primaryProvider) ? PAGE_EXPIRY_MS : TERMINAL_EXPIRY_MS;
    const intent = PaymentIntent.begin(
      {
        ...{ id: newId(now.getTime()), venueId, nightId, saleId: null, order, amount, provider: primaryProvider },
        till: { registerId, registerSessionId, employeeId, employeeName, deviceId },
        ...{ fallbackOf: null, fallbackReason: null, reference: await this.intents.nextReference(tx) },
        createdAt: now,
        expiresAt: new Date(now.getTime() + expiry),
      },
      actor,
    );
    await this.offer.prepare(tx, intent, ask.voucher, actor);
    await this.intents.add(tx, intent, null);
    await this.offer.queue(tx, intent);
    return intent.facts.id;
  }

  /** @returns the id of the movement in the drawer @throws DomainError those of serving an order at a till */
  inCash(tx: Transaction, actor: Actor, cash: { sessionId: string; amount: number; reason: string }): Promise<string> {
    return this.tills.get().takeCash(tx, actor, cash);
  }
}
