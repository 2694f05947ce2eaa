import { Injectable } from '@nestjs/common';
import {
  Actor,
  ActorRef,
  actorRef,
  Clock,
  DomainError,
  newId,
  Once,
  together,
  Transaction,
  Transactions,
} from '@libs/kernel';
import { EntryRepository, EntryState, Order, OrderRepository, OrderState, RefundBook, refundOf, Room } from '../domain';
import { guest, GuestCaller } from './guest-acts';
import { Approvals, EntryTickets, Houses, OnlinePayments, Wallets } from './ports';

/** Where the money goes: into the wallet, or back where it came from. */
export type RefundTo = 'wallet' | 'original';

export interface RefundOrderInput {
  readonly to: RefundTo;
  readonly reason: string;
}

interface Giving extends RefundOrderInput {
  readonly by: ActorRef;
  readonly employeeId: string | null;
  readonly authorizedBy: string | null;
  readonly feePct: number;
}

/** Entries of an order are taken back: those that their buyer still has and nobody has used. */
@Injectable()
export class RefundOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly orders: OrderRepository,
    private readonly entries: EntryRepository,
    private readonly room: Room,
    private readonly tickets: EntryTickets,
    private readonly wallets: Wallets,
    private readonly pages: OnlinePayments,
    private readonly refunds: RefundBook,
    private readonly approvals: Approvals,
  ) {}

  /**
   * By the guest, as long as the house's rule says, less what the house keeps.
   * @throws DomainError `entry.order_not_found`, `entry.order_not_paid`, `entry.refund_too_late`, `entry.nothing_to_refund`
   *   (conflict), and those of wallet and payments
   */
  async byGuest(once: Once, caller: GuestCaller, id: string | number, ask: RefundOrderInput): Promise<void> {
    const { refundHours, refundFeePct: feePct } = await this.houses.find(caller.venueId);
    await this.transactions.once(once, async (tx) => {
      const order = await this.orders.lock(tx, caller.venueId, id, caller.customerId);
      if (!order) throw new DomainError('entry.order_not_found', 'not_found');
      const until = await this.refunds.nightBegins(tx, order.state.nightId);
      if (until && this.clock.now().getTime() > until.getTime() - refundHours * 3_600_000) {
        throw new DomainError('entry.refund_too_late', 'conflict', { hours: refundHours });
      }
      const by = guest(caller.ip);
      await this.give(tx, order, { ...ask, by, employeeId: null, authorizedBy: null, feePct });
      return {};
    });
  }

  /**
   * By the house, whenever, in full, with the yes of another person.
   * @throws DomainError like {@link byGuest} without the rule of time; `step_up.required`, `step_up.invalid` (forbidden)
   */
  async byHouse(
    once: Once,
    actor: Actor,
    id: string,
    ask: RefundOrderInput & { readonly stepUpToken?: string | undefined },
  ) {
    await this.transactions.once(once, async (tx) => {
      const order = await this.orders.lock(tx, actor.venueId, id);
      if (!order) throw new DomainError('entry.order_not_found', 'not_found');
      const authorizedBy = await this.approvals.use(tx, ask.stepUpToken, 'payment.refund', actor);
      const { to, reason } = ask;
      const { employeeId } = actor;
      await this.give(tx, order, { to, reason, by: actorRef(actor), employeeId, authorizedBy, feePct: 0 });
      return {};
    });
  }

  private async give(tx: Transaction, order: Order, giving: Giving): Promise<void> {
    const { id, customerId, status, total, lines } = order.state;
    if (status !== 'PAID') throw new DomainError('entry.order_not_paid', 'conflict', { status });
    const at = this.clock.now();
    const held = await this.entries.lockOfOrder(tx, id, customerId);
    const unused = held.filter(({ checkedInAt }) => checkedInAt === null);
    if (unused.length === 0) throw new DomainError('entry.nothing_to_refund', 'conflict');
    const paid = unused.reduce((sum, { paidAmount }) => sum + paidAmount, 0);
    const { amount, fee } = refundOf(paid, giving.feePct);
    await this.end(tx, order.state, unused, giving, at);
    const refundId = newId(at.getTime());
    const goesTo = amount === 0 ? 'nobody' : giving.to;
    await this.refunds.add(tx, {
      ...{ id: refundId, venueId: order.state.venueId, orderId: id, amount, fee, goesTo, reason: giving.reason },
      ...{ employeeId: giving.employeeId, authorizedBy: giving.authorizedBy, at },
    });
    if (amount > 0) await this.pay(tx, order.state, refundId, amount, giving, at);
    // What a free one is worth says nothing: an entry that was handed on may still stand.
    const isAllBack = total > 0 || unused.length === lines.reduce((sum, { qty }) => sum + qty, 0);
    const isWhole = isAllBack && (await this.refunds.totalOf(tx, id)) >= total && held.length === unused.length;
    order.refund(
      giving.by,
      at,
      { amount, fee, goes_to: goesTo, people: unused.length, reason: giving.reason },
      isWhole,
    );
    await this.orders.save(tx, order);
  }

  private async end(tx: Transaction, order: OrderState, unused: readonly EntryState[], giving: Giving, at: Date) {
    const { venueId } = order;
    const { reason, by } = giving;
    await this.entries.void(
      tx,
      unused.map(({ id }) => id),
      reason,
      at,
    );
    await together(...unused.map(({ id: entryId }) => this.tickets.void(tx, { entryId, venueId, reason, by, at })));
    await this.room.giveBack(
      tx,
      unused.map(({ entryTypeId }) => ({ entryTypeId, qty: 1 })),
    );
  }

  /** What a wallet paid goes back to it; what a page took goes to the card, or becomes balance when the guest wants that. */
  private async pay(
    tx: Transaction,
    order: OrderState,
    refundId: string,
    amount: number,
    { to, reason, by, authorizedBy }: Giving,
    at: Date,
  ): Promise<void> {
    const { id: orderId, venueId, nightId, customerId, pay, paymentId } = order;
    const move = { venueId, nightId, customerId, orderId, amount, by, at, refundId };
    if (pay === 'wallet') return this.wallets.giveBack(tx, { ...move, reason });
    if (to === 'wallet') return this.wallets.credit(tx, { ...move, isOwed: false });
    await this.pages.giveBack(tx, {
      venueId,
      paymentId: paymentId ?? '',
      customerId,
      amount,
      reason,
      by,
      authorizedBy,
    });
  }
}
