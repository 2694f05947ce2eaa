import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, Once, Transactions } from '@libs/kernel';
import { ALLOWANCE_MS, canBeAllowed, reasonIgnoringPermission } from '../domain';
import { Houses } from './houses';
import { loggedBy } from './logged-by';
import { refusalFactsOf, snapshotOf, TicketSnapshot, unknownTicket } from './stored-ticket';
import { TicketCounter } from './ticket-counter';
import { TicketSeal } from './ticket-seal';

/** A supervisor lets a ticket pass that is too old or was refused too often, for 15 minutes and with a reason. */
@Injectable()
export class AllowTicket {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly houses: Houses,
    private readonly seal: TicketSeal,
    private readonly counter: TicketCounter,
  ) {}

  /** @throws DomainError `ticket.unknown` (not_found), `ticket.void`, `ticket.tampered`, `ticket.nothing_to_allow` (conflict) */
  async execute(
    actor: Actor,
    once: Once,
    input: { readonly ticketId: string; readonly reason: string },
  ): Promise<TicketSnapshot> {
    const house = await this.houses.of(actor.venueId);
    return this.transactions.once(once, async (tx) => {
      const ticket = await this.counter.take(tx, input.ticketId, actor.venueId);
      if (!ticket) throw unknownTicket();
      const at = this.clock.now();
      const facts = refusalFactsOf(ticket, this.seal.isIntact(ticket, ticket.seal));
      const refusal = reasonIgnoringPermission(facts, house, at);
      if (!canBeAllowed(refusal)) throw new DomainError(refusal ?? 'ticket.nothing_to_allow', 'conflict');
      const until = new Date(at.getTime() + ALLOWANCE_MS);
      const event = domainEvent({
        type: 'tickets.allowed',
        ...{ venueId: ticket.venueId, nightId: ticket.nightId, subjectId: ticket.id },
        actor: actorRef(actor),
        data: { reason: input.reason, overlooked: refusal, until: until.toISOString() },
        occurredAt: at,
      });
      await this.counter.allow(tx, { ...input, until }, loggedBy(actor, at), [event]);
      return snapshotOf(ticket, house.ticketPrefix);
    });
  }
}
