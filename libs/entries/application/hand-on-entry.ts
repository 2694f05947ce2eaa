import { Injectable } from '@nestjs/common';
import { Clock, domainEvent, DomainError, newId, Once, together, Transactions } from '@libs/kernel';
import { EntryRepository, EntryState, GiftBook, NewEntry, OrderRepository } from '../domain';
import { guest, GuestCaller } from './guest-acts';
import { Codes, EntryTickets, GiftPost, Houses } from './ports';

/** How long somebody has to take an entry that was offered. */
const OFFER_MS = 7 * 24 * 3_600_000;

/**
 * A guest hands an entry on. Whoever types the code gets it, with a QR of their own; until then it stays the giver's.
 * By mail the code goes to the address whether it has an account or not: nobody is told which.
 */
@Injectable()
export class HandOnEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly orders: OrderRepository,
    private readonly entries: EntryRepository,
    private readonly gifts: GiftBook,
    private readonly tickets: EntryTickets,
    private readonly codes: Codes,
    private readonly post: GiftPost,
  ) {}

  /**
   * Offers it; an offer before counts no more.
   * @param to where the code goes by mail, or null to get it
   * @returns the code, when it was not mailed
   * @throws DomainError `entry.not_found`, `entry.already_used`, `mail.unavailable`
   */
  async offer(
    once: Once,
    caller: GuestCaller,
    id: string | number,
    to: { readonly email: string; readonly language: 'es' | 'en' } | null,
  ): Promise<{ readonly code: string | null; readonly expiresAt: Date }> {
    const house = await this.houses.find(caller.venueId);
    if (to) this.post.check();
    const offered = await this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const entry = await this.entries.lockOwn(tx, caller.customerId, id);
      refuseUsed(entry);
      const { code, hash } = this.codes.make();
      const expiresAt = new Date(at.getTime() + OFFER_MS);
      await this.gifts.withdraw(tx, entry.id, at);
      await this.gifts.add(tx, { entryId: entry.id, givenBy: caller.customerId, hash, at, expiresAt });
      await this.entries.publish(tx, [this.event('entries.gift_offered', caller, entry, at)]);
      return { code, expiresAt: expiresAt.toISOString() };
    });
    const expiresAt = new Date(offered.expiresAt);
    if (!to) return { code: offered.code, expiresAt };
    if (!once.replayed) this.post.send({ ...to, venueName: house.name, code: offered.code });
    return { code: null, expiresAt };
  }

  /** @throws DomainError `entry.not_found`, `entry.no_offer` (not_found) */
  async withdraw(once: Once, caller: GuestCaller, id: string | number): Promise<void> {
    await this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      const entry = await this.entries.lockOwn(tx, caller.customerId, id);
      if (!entry) throw new DomainError('entry.not_found', 'not_found');
      if (!(await this.gifts.withdraw(tx, entry.id, at))) throw new DomainError('entry.no_offer', 'not_found');
      await this.entries.publish(tx, [this.event('entries.gift_withdrawn', caller, entry, at)]);
      return {};
    });
  }

  /**
   * Takes what was offered: the giver's QR is dead from now on.
   * @returns the id of the entry that the caller has now
   * @throws DomainError `entry.code_unknown` for a code that is wrong, old, taken or withdrawn, and for one's own;
   *   `entry.already_used` (conflict)
   */
  async take(once: Once, caller: GuestCaller, code: string): Promise<string> {
    const { ticketPrefix } = await this.houses.find(caller.venueId);
    const taken = await this.transactions.once(once, async (tx) => {
      const at = this.clock.now();
      await this.orders.holdCustomer(tx, caller.venueId, caller.customerId);
      const gift = await this.gifts.find(tx, caller.venueId, this.codes.hashOf(code), at);
      if (!gift || gift.givenBy === caller.customerId) throw new DomainError('entry.code_unknown', 'not_found');
      const entry = await this.entries.lock(tx, caller.venueId, gift.entryId);
      if (entry?.voidedAt !== null) throw new DomainError('entry.code_unknown', 'not_found');
      refuseUsed(entry);
      // Two who type the same code stand in line at the entry: the second finds the offer gone.
      if (!(await this.gifts.take(tx, gift.hash, caller.customerId, at))) {
        throw new DomainError('entry.code_unknown', 'not_found');
      }
      const { venueId, nightId, entryTypeId, orderId, saleId, paidAmount } = entry;
      const received: NewEntry = {
        ...{ id: newId(at.getTime()), venueId, nightId, entryTypeId, orderId, saleId, paidAmount },
        ...{ customerId: caller.customerId, givenFrom: entry.id, createdAt: at },
      };
      const by = guest(caller.ip);
      const reason = 'handed on';
      await this.entries.void(tx, [entry.id], reason, at);
      await together(
        this.tickets.void(tx, { entryId: entry.id, venueId, reason, by, at }),
        this.entries.add(tx, [received]),
        this.tickets.issue(tx, {
          ...{ entryId: received.id, venueId, nightId, customerId: caller.customerId, ticketPrefix, at },
        }),
        this.entries.publish(tx, [
          this.event('entries.transferred', caller, received, at),
          this.event('entries.handed_on', caller, entry, at),
        ]),
      );
      return { id: received.id };
    });
    return taken.id;
  }

  private event(type: string, { ip }: GuestCaller, entry: NewEntry, occurredAt: Date) {
    const { id: subjectId, venueId, nightId, customerId, givenFrom } = entry;
    const data = { customer_id: customerId, ...(givenFrom ? { given_from: givenFrom } : {}) };
    return domainEvent({ type, venueId, nightId, subjectId, actor: guest(ip), data, occurredAt });
  }
}

function refuseUsed(entry: EntryState | undefined): asserts entry is EntryState {
  if (!entry) throw new DomainError('entry.not_found', 'not_found');
  if (entry.checkedInAt !== null) throw new DomainError('entry.already_used', 'conflict', { used: 1 });
}
