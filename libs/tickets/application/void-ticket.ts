import { Injectable } from '@nestjs/common';
import { domainEvent, DomainError, Transaction } from '@libs/kernel';
import { TicketOrigin } from '../domain';
import { loggedBy, WhoActs } from './logged-by';
import { TicketRepository } from './ticket-repository';

export interface VoidTicketInput {
  readonly origin: TicketOrigin;
  readonly reason: string;
  readonly actor: WhoActs;
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
    const outcome = await this.tickets.void(tx, origin, reason, despiteDelivery, loggedBy(actor, at));
    if (!outcome) return { deliveredQty: 0 };
    const { ticketId, nightId, deliveredQty, voided } = outcome;
    if (!voided && deliveredQty > 0 && !despiteDelivery) {
      throw new DomainError(`${origin.kind}.already_delivered`, 'conflict', { deliveredQty });
    }
    if (voided) {
      const data = { [`${origin.kind}_id`]: origin.id, reason, delivered_qty: deliveredQty };
      const { venueId, employeeId, employeeName, deviceId, ip } = actor;
      const by = { employeeId, employeeName, deviceId, ip };
      const about = { venueId, nightId, subjectId: ticketId, actor: by, occurredAt: at };
      await this.tickets.publish(tx, [domainEvent({ type: 'tickets.voided', ...about, data })]);
    }
    return { deliveredQty };
  }
}
