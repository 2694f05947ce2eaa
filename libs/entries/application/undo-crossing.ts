import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, newId, Once, Transactions } from '@libs/kernel';
import { DoorBook } from '../domain';
import { Crossed } from './cross-door';

/** A supervisor takes a crossing back: it was the wrong guest, or a slip of the finger. */
@Injectable()
export class UndoCrossing {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly doors: DoorBook,
  ) {}

  /**
   * @throws DomainError `door.crossing_not_found`, `door.already_undone`, `door.overtaken` when the same entry crossed
   *   since, `door.sale_cancelled` when the entry would be good again and its money was given back, `door.night_over`,
   *   `door.nobody_inside` (conflict)
   */
  execute(once: Once, actor: Actor, crossingId: string, reason: string): Promise<Crossed> {
    return this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const crossing = await this.doors.hold(tx, actor.venueId, crossingId);
      if (!crossing || crossing.kind === 'undo') throw new DomainError('door.crossing_not_found', 'not_found');
      if (crossing.isUndone) throw new DomainError('door.already_undone', 'conflict');
      if (crossing.isOvertaken) throw new DomainError('door.overtaken', 'conflict');
      if (crossing.kind === 'check_in' && crossing.isOfCancelledSale) {
        throw new DomainError('door.sale_cancelled', 'conflict');
      }
      if (crossing.nightStatus === 'CLOSED') throw new DomainError('door.night_over', 'conflict');
      const { nightId, kind, delta, entryId, guestId } = crossing;
      const event = domainEvent({
        ...{
          type: 'entries.crossing_undone',
          venueId: actor.venueId,
          nightId,
          subjectId: entryId ?? guestId ?? nightId,
        },
        ...{ actor: actorRef(actor), data: { kind, delta, reason, crossing_id: crossingId }, occurredAt: at },
      });
      const undo = { id: newId(at.getTime()), reason, event };
      return { crossingId: undo.id, inside: await this.doors.undo(tx, crossing, undo, actor, at) };
    });
  }
}
