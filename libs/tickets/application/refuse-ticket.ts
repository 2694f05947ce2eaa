import { Injectable } from '@nestjs/common';
import { Actor, actorRef, domainEvent, Transactions } from '@libs/kernel';
import { isHonestMistake } from '../domain';
import { LoggedBy } from './ticket-repository';
import { TicketCounter } from './ticket-counter';

export interface RefuseTicketInput {
  /** Null when no ticket of this venue was recognised. */
  readonly ticket: { readonly id: string; readonly nightId: string; readonly displayCode: string } | null;
  /** Stable code, for example `ticket.void`. */
  readonly reason: string;
  /** What was typed, when it was no secret. */
  readonly note: string | null;
  readonly by: LoggedBy;
  readonly actor: Actor;
}

/**
 * Writes a refusal down. A fraud attempt counts against its ticket and is shown to the supervisor; who brought a good
 * ticket to the wrong place did nothing wrong.
 */
@Injectable()
export class RefuseTicket {
  constructor(
    private readonly transactions: Transactions,
    private readonly counter: TicketCounter,
  ) {}

  async execute({ ticket, reason, note, by, actor }: RefuseTicketInput): Promise<void> {
    const event = domainEvent({
      type: 'tickets.refused',
      venueId: by.venueId,
      nightId: ticket?.nightId ?? null,
      subjectId: ticket?.id ?? by.logId,
      actor: actorRef(actor),
      data: { reason, display_code: ticket?.displayCode ?? note, bar_id: by.barId },
      occurredAt: by.at,
    });
    const isFraudAttempt = !isHonestMistake(reason);
    const refusal = { ticketId: ticket?.id ?? null, reason, isFraudAttempt, note };
    await this.transactions.run((tx) => this.counter.refuse(tx, refusal, by, isFraudAttempt ? [event] : []));
  }
}
