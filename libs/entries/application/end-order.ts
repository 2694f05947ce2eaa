import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Once, Transactions } from '@libs/kernel';
import { OrderRepository, Room } from '../domain';
import { guest, GuestCaller, NOBODY } from './guest-acts';

const BATCH = 100;

/** An order that nobody paid ends, by its guest or by the clock, and its places are free again, once. */
@Injectable()
export class EndOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly orders: OrderRepository,
    private readonly room: Room,
  ) {}

  /** @throws DomainError `entry.order_not_found`, `entry.order_not_pending` (conflict) */
  async cancel(once: Once, caller: GuestCaller, id: string | number): Promise<void> {
    await this.transactions.once(once, async (tx) => {
      const order = await this.orders.lock(tx, caller.venueId, id, caller.customerId);
      if (!order) throw new DomainError('entry.order_not_found', 'not_found');
      order.cancel(guest(caller.ip), this.clock.now());
      await this.room.giveBack(tx, order.state.lines);
      await this.orders.save(tx, order);
      return {};
    });
  }

  /** Those whose time is up; whoever comes first, of all instances, ends each. */
  async expireDue(): Promise<void> {
    for (;;) {
      const due = await this.orders.due(this.clock.now(), BATCH);
      for (const { id, venueId } of due) await this.expire(venueId, id);
      if (due.length < BATCH) return;
    }
  }

  private expire(venueId: string, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const order = await this.orders.lock(tx, venueId, id);
      if (!order?.isHeld) return;
      order.expire(NOBODY, this.clock.now());
      await this.room.giveBack(tx, order.state.lines);
      await this.orders.save(tx, order);
    });
  }
}
