import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, newId, Once, Transactions } from '@libs/kernel';
import { ageOutcome, AgeOutcome, DoorBook, TurnedAway } from '../domain';
import { Houses } from './ports';

/** Guests who do not come in, and looks at identity cards. Of a card only the outcome is kept. */
@Injectable()
export class TurnAway {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly doors: DoorBook,
  ) {}

  /** Somebody was not let in, for a reason that no scan knows. @returns the refusal's id */
  async execute(once: Once, actor: Actor, reason: TurnedAway, note: string | null): Promise<string> {
    const { id } = await this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const night = await this.doors.night(tx, actor.venueId);
      const nightId = night?.id ?? null;
      const refusalId = newId(at.getTime());
      const event = domainEvent({
        ...{ type: 'entries.refused', venueId: actor.venueId, nightId, subjectId: refusalId },
        ...{ actor: actorRef(actor), data: { reason, note }, occurredAt: at },
      });
      const refusal = { id: refusalId, nightId, reason, note, entryId: null, guestId: null, ticketId: null, at };
      await this.doors.refuse(tx, refusal, actor, [event]);
      return { id: refusalId };
    });
    return id;
  }

  /** @param scanned what the card's QR holds: never kept, never logged */
  async checkAge(actor: Actor, scanned: string): Promise<AgeOutcome> {
    const { timeZone } = await this.houses.find(actor.venueId);
    const at = this.clock.now();
    const outcome = ageOutcome(scanned, at.toLocaleDateString('sv-SE', { timeZone }));
    await this.transactions.run(async (tx) => {
      const nightId = (await this.doors.night(tx, actor.venueId))?.id ?? null;
      const id = newId(at.getTime());
      const event = domainEvent({
        ...{ type: 'entries.age_checked', venueId: actor.venueId, nightId, subjectId: id },
        ...{ actor: actorRef(actor), data: { outcome }, occurredAt: at },
      });
      await this.doors.noteAge(tx, { id, nightId, outcome, at }, actor, event);
    });
    return outcome;
  }
}
