import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, newId, Once, Transactions } from '@libs/kernel';
import { DoorBook, DoorNight, GuestAtDoor, GuestListBook, raisesAlarm } from '../domain';
import { Crossed } from './cross-door';
import { Houses } from './ports';
import { alarm } from './validate-entry';

/** Guests of a list come in, all of them or a part: the rest may come later. */
@Injectable()
export class AdmitGuests {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly lists: GuestListBook,
    private readonly doors: DoorBook,
  ) {}

  /**
   * @param people how many come in now
   * @throws DomainError `guestlist.guest_not_found`, `door.no_night`, `guestlist.wrong_night`, `guestlist.closed`,
   *   `guestlist.expired`, `guestlist.must_pay` (facts price, sells), `guestlist.too_many` (facts left), `door.full` (conflict)
   */
  async execute(once: Once, actor: Actor, guestId: string, people: number): Promise<Crossed> {
    const { capacityAlarmPct } = await this.houses.find(actor.venueId);
    return this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const guest = await this.lists.guest(tx, actor.venueId, guestId);
      if (!guest) throw new DomainError('guestlist.guest_not_found', 'not_found');
      const night = await this.doors.night(tx, actor.venueId);
      if (!night) throw new DomainError('door.no_night', 'conflict');
      refuseGuest(guest, night, people, at);
      const id = newId(at.getTime());
      const event = domainEvent({
        ...{ type: 'entries.guests_arrived', venueId: actor.venueId, nightId: night.id, subjectId: guestId },
        ...{ actor: actorRef(actor), occurredAt: at },
        data: { list: guest.listName, name: guest.name, people, crossing_id: id },
      });
      const about = { kind: 'guests', delta: people, entryId: null, guestId, nightId: night.id } as const;
      const inside = await this.doors.cross(tx, { id, event, ...about, capacity: night.capacity }, actor, at);
      if (inside === undefined) throw new DomainError('door.full', 'conflict');
      await this.lists.arrive(tx, guestId, people);
      if (raisesAlarm(inside, people, night.capacity, capacityAlarmPct)) {
        await this.doors.publish(tx, [alarm(actor, night, inside, at)]);
      }
      return { crossingId: id, inside };
    });
  }
}

function refuseGuest(guest: GuestAtDoor, night: DoorNight, people: number, at: Date): void {
  if (guest.nightId !== night.id) throw new DomainError('guestlist.wrong_night', 'conflict');
  if (!guest.isActive) throw new DomainError('guestlist.closed', 'conflict');
  if (guest.expiresAt && guest.expiresAt <= at) throw new DomainError('guestlist.expired', 'conflict');
  const { price, sells, plus, arrived } = guest;
  if (price !== null) throw new DomainError('guestlist.must_pay', 'conflict', { price, sells });
  const left = plus + 1 - arrived;
  if (people > left) throw new DomainError('guestlist.too_many', 'conflict', { left });
}
