import { Injectable } from '@nestjs/common';
import { Actor, actorRef, domainEvent, DomainError, Transaction } from '@libs/kernel';
import { loggedBy } from './logged-by';
import { TicketRepository } from './ticket-repository';

export interface VoidTicketInput {
  readonly saleId: string;
  readonly reason: string;
  readonly actor: Actor;
  readonly at: Date;
  /** A supervisor said so, knowing that something was handed over already. */
  readonly despiteDelivery: boolean;
}

/** Voids the ticket of a cancelled sale, in the cancellation's transaction. A delivery under way is waited for. */
@Injectable()
export class VoidTicket {
  constructor(private readonly tickets: TicketRepository) {}

  /**
   * @returns how many units had been handed over; 0 for a sale without a ticket. A void ticket stays as it is.
   * @throws DomainError `sale.already_delivered` (conflict)
   */
  async execute(tx: Transaction, input: VoidTicketInput): Promise<{ deliveredQty: number }> {
    const { saleId, reason, actor, at, despiteDelivery } = input;
    const by = loggedBy(actor, at);
    const outcome = await this.tickets.voidOfSale(tx, saleId, reason, despiteDelivery, by);
    if (!outcome) return { deliveredQty: 0 };
    const { ticketId, nightId, deliveredQty, voided } = outcome;
    if (!voided && deliveredQty > 0 && !despiteDelivery) {
      throw new DomainError('sale.already_delivered', 'conflict', { deliveredQty });
    }
    if (voided) {
      const data = { sale_id: saleId, reason, delivered_qty: deliveredQty };
      const about = { venueId: actor.venueId, nightId, subjectId: ticketId, actor: actorRef(actor), occurredAt: at };
      await this.tickets.publish(tx, [domainEvent({ type: 'tickets.voided', ...about, data })]);
    }
    return { deliveredQty };
  }
}
