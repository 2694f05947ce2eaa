import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, DomainError, newId, Once, Transactions } from '@libs/kernel';
import { mayUndo, UNDO_MS } from '../domain';
import { Houses } from './houses';
import { loggedBy } from './logged-by';
import { snapshotOf, TicketSnapshot, unknownTicket } from './stored-ticket';
import { TicketCounter, UndoOutcome } from './ticket-counter';

/** Takes back a press of "Entregado" within 30 s, by the bar that pressed, once. */
@Injectable()
export class UndoDelivery {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly houses: Houses,
    private readonly counter: TicketCounter,
  ) {}

  /**
   * @throws DomainError `ticket.unknown`, `ticket.press_unknown` (not_found), `ticket.void`, `ticket.undo_other_bar`,
   * `ticket.already_undone`, `ticket.undo_too_late` (conflict)
   */
  async execute(
    actor: Actor,
    once: Once,
    input: { readonly ticketId: string; readonly pressId: string },
  ): Promise<{ ticket: TicketSnapshot }> {
    const { ticketPrefix } = await this.houses.of(actor.venueId);
    return this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const undo = { ...input, notBefore: new Date(at.getTime() - UNDO_MS) };
      const eventId = newId(at.getTime());
      const outcome = await this.counter.undo(tx, undo, loggedBy(actor, at), eventId, actorRef(actor));
      if (!outcome) throw unknownTicket();
      if (outcome.undone === 0) throw whyNot(outcome, actor);
      return { ticket: snapshotOf(outcome.ticket, ticketPrefix) };
    });
  }
}

function whyNot({ press, ticket }: UndoOutcome, actor: Actor): DomainError {
  if (!press) return new DomainError('ticket.press_unknown', 'not_found');
  if (ticket.voidedAt) return new DomainError('ticket.void', 'conflict');
  if (!mayUndo(press, actor)) return new DomainError('ticket.undo_other_bar', 'conflict');
  return new DomainError(press.isUndone ? 'ticket.already_undone' : 'ticket.undo_too_late', 'conflict');
}
