import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, newId, Once, Transaction, Transactions } from '@libs/kernel';
import { DoorBook, DoorNight, Looked, raisesAlarm, ShownEntry, Verdict, verdictOf } from '../domain';
import { CodeReader, House, Houses, KnownGuests } from './ports';

/** What was held to the scanner or typed, or whom the station has recognised. */
export type AskDoor = { readonly qr: string } | { readonly customerToken: string };

/** What the person at the door sees. */
export interface DoorAnswer {
  readonly verdict: Verdict;
  /** Whether it came back in after going out. */
  readonly isReEntry: boolean;
  readonly crossingId: string | null;
  readonly entry: Omit<ShownEntry, 'checkedInAt' | 'isInside' | 'isVoid' | 'customerId'> | null;
  /** Of the night that is on; null when none is, or nobody was let in. */
  readonly inside: number | null;
}

/** With the clock that its moments are told by. */
export type AnswerOfDoor = DoorAnswer & { readonly timeZone: string };

/** A door lets an entry in, exactly once however many doors are shown it, or says why not and remembers that. */
@Injectable()
export class ValidateEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly codes: CodeReader,
    private readonly guests: KnownGuests,
    private readonly doors: DoorBook,
  ) {}

  /** @throws DomainError `guest.token_invalid`, `guest.unconfirmed` (conflict) for a guest whom nobody recognised here */
  async execute(once: Once, actor: Actor, ask: AskDoor): Promise<AnswerOfDoor> {
    const house = await this.houses.find(actor.venueId);
    const answer = await this.transactions.once(once, (tx) => this.answer(tx, actor, house, ask));
    return { ...answer, timeZone: house.timeZone };
  }

  private async answer(tx: Transaction, actor: Actor, house: House, ask: AskDoor): Promise<DoorAnswer> {
    const at = this.clock.now();
    const looked = await this.look(tx, actor, house, ask, at);
    const { entry, night } = looked;
    // Whoever is known and has none is a guest who may buy one; a code that nobody knows is something else.
    const none = 'customerToken' in ask ? 'no_entry' : 'unknown';
    if (!entry) return this.refuse(tx, actor, looked, looked.isOrdered ? 'not_paid' : none, at);
    const verdict = verdictOf(entry, night, at, house.doorsEarlyMinutes);
    if (verdict !== 'valid' || !night) return this.refuse(tx, actor, looked, verdict, at);
    return this.letIn(tx, actor, house, { ...looked, entry, night }, at);
  }

  private async look(tx: Transaction, actor: Actor, house: House, ask: AskDoor, at: Date): Promise<Looked> {
    if ('customerToken' in ask) {
      const customerId = await this.guests.recognised(tx, actor, ask.customerToken);
      return this.doors.look(tx, actor.venueId, { by: 'customer', customerId }, at);
    }
    const shown = this.codes.read(ask.qr, house.ticketPrefix);
    if (shown) return this.doors.look(tx, actor.venueId, shown, at);
    return { night: await this.doors.night(tx, actor.venueId), entry: undefined, isOrdered: false };
  }

  private async letIn(
    tx: Transaction,
    actor: Actor,
    house: House,
    looked: Looked & { readonly entry: ShownEntry; readonly night: DoorNight },
    at: Date,
  ): Promise<DoorAnswer> {
    const { entry, night } = looked;
    const isReEntry = entry.checkedInAt !== null;
    const id = newId(at.getTime());
    const event = domainEvent({
      ...{ type: 'entries.checked_in', venueId: actor.venueId, nightId: night.id, subjectId: entry.id },
      ...{ actor: actorRef(actor), occurredAt: at },
      data: {
        ...{ display_code: entry.displayCode, type: entry.typeName, re_entry: isReEntry, crossing_id: id },
        customer_id: entry.customerId,
      },
    });
    const crossing = {
      ...{ id, kind: isReEntry ? ('re_entry' as const) : ('check_in' as const), delta: 1, nightId: night.id, event },
      ...{ capacity: night.capacity, entryId: entry.id, guestId: null },
    };
    const inside = await this.doors.cross(tx, crossing, actor, at);
    if (inside === undefined) return this.refuse(tx, actor, looked, 'full', at);
    if (raisesAlarm(inside, 1, night.capacity, house.capacityAlarmPct)) {
      await this.doors.publish(tx, [alarm(actor, night, inside, at)]);
    }
    return { verdict: 'valid', isReEntry, crossingId: id, entry: shownOf(entry), inside };
  }

  private async refuse(tx: Transaction, actor: Actor, looked: Looked, verdict: Verdict, at: Date): Promise<DoorAnswer> {
    const { entry, night } = looked;
    const id = newId(at.getTime());
    const event = domainEvent({
      ...{ type: 'entries.refused', venueId: actor.venueId, nightId: night?.id ?? null, subjectId: entry?.id ?? id },
      ...{
        actor: actorRef(actor),
        occurredAt: at,
        data: { reason: verdict, display_code: entry?.displayCode ?? null },
      },
    });
    const about = { entryId: entry?.id ?? null, ticketId: entry?.ticketId ?? null, guestId: null };
    const refusal = { id, nightId: night?.id ?? null, reason: verdict, note: null, ...about, at };
    await this.doors.refuse(tx, refusal, actor, [event]);
    return { verdict, isReEntry: false, crossingId: null, entry: entry ? shownOf(entry) : null, inside: null };
  }
}

/** The house is nearly full: every door and the back office hear it. */
export function alarm(actor: Actor, night: DoorNight, inside: number, at: Date) {
  return domainEvent({
    ...{ type: 'entries.capacity_near', venueId: actor.venueId, nightId: night.id, subjectId: night.id },
    ...{ actor: actorRef(actor), data: { inside, capacity: night.capacity }, occurredAt: at },
  });
}

function shownOf(entry: ShownEntry): NonNullable<DoorAnswer['entry']> {
  const { id, nightId, ticketId, displayCode, typeName, nightName, customerName, last } = entry;
  return { id, nightId, ticketId, displayCode, typeName, nightName, customerName, last };
}
