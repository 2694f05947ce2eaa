import { Injectable } from '@nestjs/common';
import { Actor, Clock } from '@libs/kernel';
import { refusalOf } from '../domain';
import { Houses } from './houses';
import { loggedBy } from './logged-by';
import { refusalFactsOf, snapshotOf, TicketSnapshot } from './stored-ticket';
import { TicketCounter } from './ticket-counter';
import { TicketSeal } from './ticket-seal';

/** What a bar has left to hand over to a guest tonight, ticket by ticket. Every look is logged as a scan. */
@Injectable()
export class ShowGuestTickets {
  constructor(
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly seal: TicketSeal,
    private readonly counter: TicketCounter,
  ) {}

  /** Oldest first; those that would be refused by themselves are left out. */
  async execute(actor: Actor, customerId: string): Promise<TicketSnapshot[]> {
    const house = await this.houses.of(actor.venueId);
    const at = this.clock.now();
    const tickets = await this.counter.scanGuest(customerId, loggedBy(actor, at));
    return tickets
      .filter((ticket) => !refusalOf(refusalFactsOf(ticket, this.seal.isIntact(ticket, ticket.seal)), house, at))
      .map((ticket) => snapshotOf(ticket, house.ticketPrefix));
  }
}
