import { Injectable } from '@nestjs/common';
import { Actor, actorRef, domainEvent, DomainError, Transaction } from '@libs/kernel';
import { TicketOrigin } from '../domain';
import { loggedBy } from './logged-by';
import { TicketRepository } from './ticket-repository';

export interface VoidTicketInput {
  readonly origin: TicketOrigin;
  readonly reason: string;
  readonly actor: Actor;
  readonly at: Date;
  /** A supervisor said so, knowing that something was handed over already. */
  readonly despiteDelivery: boolean;
}

/** Voids the ticket of what was taken back, in the same transaction. A delivery under way is waited for. */
@Injectable()
export class VoidTicket {
  constructor(private readonly tickets: TicketRepository) {}

  /**
   * @returns how many units had been handed over; 0 when there was no ticket. A void ticket stays as it is.
   * @throws DomainError `sale.already_delivered`, `redemption.already_delivered` (conflict)
   */
  async execute(tx: Transaction, input: VoidTicketInput): Promise<{ deliveredQty: number }> {
    const { origin, reason, actor, at, despiteDelivery } = input;
    const by = loggedBy(actor, at);
    const outcome = await this.tickets.void(tx, origin, reason, despiteDelivery, by);
    if (!outcome) return { deliveredQty: 0 };
    const { ticketId, nightId, deliveredQty, voided } = outcome;
    if (!voided && deliveredQty > 0 && !despiteDelivery) {
      throw new DomainError(`${origin.kind}.already_delivered`, 'conflict', { deliveredQty });
    }
    if (voided) {
      const data = { [`${origin.kind}_id`]: origin.id, reason, delivered_qty: deliveredQty };
      const about = { venueId: actor.venueId, nightId, subjectId: ticketId, actor: actorRef(actor), occurredAt: at };
      await this.tickets.publish(tx, [domainEvent({ type: 'tickets.voided', ...about, data })]);
    }
    return { deliveredQty };
  }
}
