import { Injectable } from '@nestjs/common';
import { Actor, actorRef, Clock, domainEvent, DomainError, newId, Once, Transactions } from '@libs/kernel';
import { Crossing, DoorBook, DoorNight, raisesAlarm } from '../domain';
import { CodeReader, Houses } from './ports';
import { alarm } from './validate-entry';

export interface Crossed {
  readonly crossingId: string;
  /** People inside now, over all doors. */
  readonly inside: number;
}

/** People who go out by their entry's scan, and people whom only the clicker knows. */
@Injectable()
export class CrossDoor {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly codes: CodeReader,
    private readonly doors: DoorBook,
  ) {}

  /**
   * Who goes out by a scan may come in again.
   * @throws DomainError `door.no_night`, `door.entry_unknown` (not_found), `door.not_inside` (conflict)
   */
  async goOut(once: Once, actor: Actor, qr: string): Promise<Crossed> {
    const { ticketPrefix } = await this.houses.find(actor.venueId);
    return this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const shown = this.codes.read(qr, ticketPrefix);
      const { entry, night } = shown
        ? await this.doors.look(tx, actor.venueId, shown, at)
        : { entry: undefined, night: undefined };
      if (!entry) throw new DomainError('door.entry_unknown', 'not_found');
      if (!night) throw new DomainError('door.no_night', 'conflict');
      if (!entry.isInside || entry.nightId !== night.id) throw new DomainError('door.not_inside', 'conflict');
      const about = { entryId: entry.id, guestId: null, capacity: null };
      const data = { display_code: entry.displayCode, type: entry.typeName };
      const crossing = this.crossing(actor, night, 'exit', -1, about, entry.id, data, at);
      return { crossingId: crossing.id, inside: (await this.doors.cross(tx, crossing, actor, at)) ?? 0 };
    });
  }

  /**
   * People without an entry, counted by hand: whoever came is counted, however full it is.
   * @param delta above zero came in, below went out
   * @throws DomainError `door.no_night`, `door.nobody_inside` (conflict)
   */
  async count(once: Once, actor: Actor, delta: number): Promise<Crossed> {
    const { capacityAlarmPct } = await this.houses.find(actor.venueId);
    return this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const night = await this.doors.night(tx, actor.venueId);
      if (!night) throw new DomainError('door.no_night', 'conflict');
      const about = { entryId: null, guestId: null, capacity: null };
      const crossing = this.crossing(actor, night, 'clicker', delta, about, night.id, { delta }, at);
      const inside = (await this.doors.cross(tx, crossing, actor, at)) ?? 0;
      if (raisesAlarm(inside, delta, night.capacity, capacityAlarmPct)) {
        await this.doors.publish(tx, [alarm(actor, night, inside, at)]);
      }
      return { crossingId: crossing.id, inside };
    });
  }

  private crossing(
    actor: Actor,
    night: DoorNight,
    kind: 'exit' | 'clicker',
    delta: number,
    about: Pick<Crossing, 'entryId' | 'guestId' | 'capacity'>,
    subjectId: string,
    data: Record<string, unknown>,
    at: Date,
  ): Crossing {
    const type = kind === 'exit' ? 'entries.went_out' : 'entries.counted';
    const event = domainEvent({
      ...{ type, venueId: actor.venueId, nightId: night.id, subjectId, actor: actorRef(actor), data, occurredAt: at },
    });
    return { id: newId(at.getTime()), kind, delta, nightId: night.id, event, ...about };
  }
}
