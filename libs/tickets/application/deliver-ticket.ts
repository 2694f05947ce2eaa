import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, clockTime, DomainError, newId, Once, Transactions } from '@libs/kernel';
import { refusalOf, undoUntil } from '../domain';
import { House, Houses } from './houses';
import { loggedBy } from './logged-by';
import { RefuseTicket } from './refuse-ticket';
import { refusalFactsOf, snapshotOf, StoredTicket, TicketSnapshot, unknownTicket } from './stored-ticket';
import { PressOutcome, TicketCounter } from './ticket-counter';
import { LoggedBy } from './ticket-repository';
import { TicketSeal } from './ticket-seal';

export interface DeliverTicketInput {
  readonly ticketId: string;
  readonly barId: string;
  /** Each item once. */
  readonly items: readonly { readonly itemId: string; readonly qty: number }[];
}

export interface DeliveryResult {
  readonly ticket: TicketSnapshot;
  readonly delivery: {
    readonly pressId: string;
    readonly at: string;
    readonly undoUntil: string;
    readonly items: readonly { readonly name: string; readonly qty: number }[];
  };
}

/** Rolls the press back and carries out why. */
class NotDelivered extends Error {
  constructor(
    readonly ticket: StoredTicket,
    /** Undefined when it is not the ticket but what is left on it. */
    readonly reason: string | undefined,
  ) {
    super('not delivered');
  }
}

/** Hands over what is left on a ticket: all that was asked for or nothing, exactly once however many bars try. */
@Injectable()
export class DeliverTicket {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly houses: Houses,
    private readonly seal: TicketSeal,
    private readonly counter: TicketCounter,
    private readonly refuse: RefuseTicket,
  ) {}

  /**
   * @throws DomainError `ticket.unknown`, `ticket.item_unknown`, `bar.unknown` (not_found), `bar.not_yours` (forbidden),
   * `ticket.already_delivered` (facts barName, employeeName, at), `ticket.more_than_sold`, `ticket.void`,
   * `ticket.too_old`, `ticket.too_many_attempts`, `ticket.tampered`, `ticket.for_the_door`, `ticket.for_the_wardrobe` (conflict)
   */
  async execute(actor: Actor, once: Once, input: DeliverTicketInput): Promise<DeliveryResult> {
    if (actor.barId !== null && actor.barId !== input.barId) throw new DomainError('bar.not_yours', 'forbidden');
    const house = await this.houses.of(actor.venueId);
    const at = this.clock.now();
    const by = loggedBy(actor, at, input.barId);
    try {
      return await this.transactions.once(once, async (tx) => {
        const press = {
          ...{
            ticketId: input.ticketId,
            barId: input.barId,
            pressId: newId(at.getTime()),
            eventId: newId(at.getTime()),
          },
          actor: actorRef(actor),
          items: input.items.map((item) => ({ ...item, deliveryId: newId(at.getTime()) })),
        };
        const outcome = await this.counter.press(tx, press, by);
        this.refuseUnlessTaken(outcome, input, house, at);
        const { ticket } = outcome;
        const items = input.items.map(({ itemId, qty }) => ({ name: nameOf(ticket, itemId), qty }));
        const delivery = {
          pressId: press.pressId,
          at: at.toISOString(),
          undoUntil: undoUntil(at).toISOString(),
          items,
        };
        return { ticket: snapshotOf(ticket, house.ticketPrefix), delivery };
      });
    } catch (error) {
      if (error instanceof NotDelivered) throw await this.explain(error, input, house, by, actor);
      throw error;
    }
  }

  private refuseUnlessTaken(
    outcome: PressOutcome | undefined,
    input: DeliverTicketInput,
    house: House,
    at: Date,
  ): asserts outcome is PressOutcome {
    if (!outcome) throw unknownTicket();
    if (outcome.barName === null) throw new DomainError('bar.unknown', 'not_found');
    const { ticket } = outcome;
    const reason = refusalOf(refusalFactsOf(ticket, this.seal.isIntact(ticket, ticket.seal)), house, at);
    if (reason || outcome.taken < input.items.length) throw new NotDelivered(ticket, reason);
  }

  private async explain(
    { ticket, reason }: NotDelivered,
    input: DeliverTicketInput,
    house: House,
    by: LoggedBy,
    actor: Actor,
  ): Promise<DomainError> {
    if (reason) {
      const { displayCode } = snapshotOf(ticket, house.ticketPrefix);
      await this.refuse.execute({ ticket: { ...ticket, displayCode }, reason, note: null, by, actor });
      return new DomainError(reason, 'conflict');
    }
    const asked = input.items.map(({ itemId, qty }) => ({ qty, item: ticket.items.find(({ id }) => id === itemId) }));
    if (asked.some(({ item }) => !item)) return new DomainError('ticket.item_unknown', 'not_found');
    const tooMany = asked.find(({ item, qty }) => item && qty > item.qty);
    if (tooMany) return new DomainError('ticket.more_than_sold', 'conflict', { name: tooMany.item?.name });
    await this.transactions.run((tx) => {
      const refusal = { ticketId: ticket.id, reason: 'ticket.already_delivered', isFraudAttempt: false, note: null };
      return this.counter.refuse(tx, refusal, by, []);
    });
    const itemIds = asked.flatMap(({ item, qty }) => (item && item.deliveredQty + qty > item.qty ? [item.id] : []));
    const last = await this.counter.lastPressOn(
      ticket.id,
      itemIds.length > 0 ? itemIds : input.items.map((i) => i.itemId),
    );
    if (!last) return new DomainError('ticket.changed', 'conflict');
    const { barName, employeeName, at } = last;
    const time = clockTime(at, house.timeZone);
    return new DomainError('ticket.already_delivered', 'conflict', { barName, employeeName, at, time });
  }
}

function nameOf(ticket: StoredTicket, itemId: string): string {
  return ticket.items.find(({ id }) => id === itemId)?.name ?? '';
}
