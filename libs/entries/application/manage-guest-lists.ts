import { Injectable } from '@nestjs/common';
import {
  Actor,
  actorRef,
  changesOf,
  Clock,
  domainEvent,
  DomainError,
  DomainEvent,
  merged,
  newId,
  Once,
  onWire,
  Transactions,
} from '@libs/kernel';
import { GuestListBook, GuestListPlan, GuestListState, GuestPlan } from '../domain';

type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Who is on which list, night by night. */
@Injectable()
export class ManageGuestLists {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly lists: GuestListBook,
  ) {}

  /** @returns the list's id @throws DomainError `entry.night_not_found`, `entry.type_not_found`, `guestlist.name_taken` */
  add(actor: Actor, nightId: string, plan: GuestListPlan): Promise<string> {
    const at = this.clock.now();
    const list = { ...plan, id: newId(at.getTime()), venueId: actor.venueId, nightId, version: 1 };
    const event = this.event(actor, list, 'entries.list_added', list.id, { after: onWire(plan) }, at);
    return this.transactions.run(async (tx) => {
      await this.lists.add(tx, list, at, event);
      return list.id;
    });
  }

  /** @throws DomainError `guestlist.not_found`, `entry.changed_meanwhile`, and those of {@link add} */
  change(actor: Actor, id: string, changes: Changes<GuestListPlan>, seen?: number): Promise<void> {
    return this.transactions.run(async (tx) => {
      const before = await this.lists.find(tx, actor.venueId, id);
      if (!before) throw new DomainError('guestlist.not_found', 'not_found');
      const { version } = before;
      if (seen !== undefined && seen !== version) {
        throw new DomainError('entry.changed_meanwhile', 'conflict', { version });
      }
      const after = merged<GuestListState>(before, changes);
      const data = changesOf(before, after);
      if (!data) return;
      const event = this.event(
        actor,
        after,
        'entries.list_changed',
        id,
        { name: before.name, ...data },
        this.clock.now(),
      );
      await this.lists.save(tx, { ...after, version: version + 1 }, event);
    });
  }

  /** @throws DomainError `guestlist.not_found` */
  async addGuests(once: Once, actor: Actor, listId: string, plans: readonly GuestPlan[]): Promise<void> {
    await this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const list = await this.lists.find(tx, actor.venueId, listId);
      if (!list) throw new DomainError('guestlist.not_found', 'not_found');
      const guests = plans.map((plan) => ({ ...plan, id: newId(at.getTime()) }));
      const people = guests.reduce((sum, { plus }) => sum + plus + 1, 0);
      const event = this.event(actor, list, 'entries.guests_added', listId, { list: list.name, people }, at);
      await this.lists.addGuests(tx, list, guests, at, event);
      return {};
    });
  }

  /**
   * @param isOff takes the guest off the list
   * @throws DomainError `guestlist.guest_not_found`, `guestlist.arrived_already` when more came than would be on it
   */
  changeGuest(actor: Actor, id: string, changes: Changes<GuestPlan>, isOff: boolean): Promise<void> {
    return this.transactions.run(async (tx) => {
      const at = this.clock.now();
      const guest = await this.lists.guest(tx, actor.venueId, id);
      if (!guest) throw new DomainError('guestlist.guest_not_found', 'not_found');
      const { name, plus, note, arrived, nightId } = guest;
      const before = { name, plus, note };
      const after = merged<GuestPlan>(before, changes);
      if (arrived > (isOff ? 0 : after.plus + 1)) {
        throw new DomainError('guestlist.arrived_already', 'conflict', { arrived });
      }
      const data = { list: guest.listName, ...(changesOf(before, after) ?? {}), ...(isOff ? { removed: true } : {}) };
      const event = this.event(actor, { nightId }, 'entries.guest_changed', id, data, at);
      await this.lists.saveGuest(tx, id, { ...after, removedAt: isOff ? at : null }, event);
    });
  }

  private event(
    actor: Actor,
    { nightId }: { readonly nightId: string },
    type: string,
    subjectId: string,
    data: Record<string, unknown>,
    occurredAt: Date,
  ): DomainEvent {
    return domainEvent({ type, venueId: actor.venueId, nightId, subjectId, actor: actorRef(actor), data, occurredAt });
  }
}
