import { Injectable } from '@nestjs/common';
import { Clock, DomainError, newId, Once, Transaction, Transactions } from '@libs/kernel';
import { Order, OrderRepository, PayBy, Room } from '../domain';
import { guest, GuestCaller } from './guest-acts';
import { IssueEntries } from './issue-entries';
import { House, Houses, OnlinePayments, PAY_PROVIDERS, Wallets } from './ports';

export interface PlaceOrderInput {
  /** By UUID or number. */
  readonly lines: readonly { readonly entryType: string | number; readonly qty: number }[];
  readonly pay: PayBy;
  /** Opens what is hidden behind it. */
  readonly code: string | null;
  /** Whose page; null: the first that the house has a contract with. */
  readonly provider: (typeof PAY_PROVIDERS)[number] | null;
  readonly userAgent: string;
}

/** A guest orders entries: free and wallet orders are paid at once, others keep their places for a while. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly houses: Houses,
    private readonly orders: OrderRepository,
    private readonly room: Room,
    private readonly wallets: Wallets,
    private readonly pages: OnlinePayments,
    private readonly issueEntries: IssueEntries,
  ) {}

  /**
   * @returns the order's id; where to pay, the order itself says
   * @throws DomainError `entry.type_twice`, `entry.sold_out`, `payment.provider_not_configured`, those of
   *   {@link Order.place} and of paying by wallet
   */
  async execute(once: Once, caller: GuestCaller, ask: PlaceOrderInput): Promise<string> {
    const house = await this.houses.find(caller.venueId);
    const { ip } = caller;
    const placed = await this.transactions.once(once, async (tx) => {
      const { state } = await this.place(tx, house, caller, ask);
      const paymentId = ask.pay === 'online' ? await this.pages.begin(tx, state, ask.provider, guest(ip)) : null;
      return { id: state.id, paymentId };
    });
    const { id, paymentId } = placed;
    if (paymentId === null) return id;
    const visit = { description: `Entradas ${house.name}`, ip, userAgent: ask.userAgent };
    await this.pages.open(paymentId, visit);
    return id;
  }

  /**
   * Another try to pay on a page: the one before failed.
   * @throws DomainError `entry.order_not_found`, `entry.order_not_pending`, `payment.still_open`, `payment.order_paid`
   */
  async payAgain(
    once: Once,
    caller: GuestCaller,
    id: string | number,
    how: Pick<PlaceOrderInput, 'provider' | 'userAgent'>,
  ): Promise<void> {
    const { venueId, customerId, ip } = caller;
    const house = await this.houses.find(venueId);
    const begun = await this.transactions.once(once, async (tx) => {
      const state = await this.orders.look(tx, venueId, id, customerId);
      if (!state) throw new DomainError('entry.order_not_found', 'not_found');
      const { status, pay, expiresAt } = state;
      if (status !== 'PENDING' || pay !== 'online' || expiresAt <= this.clock.now()) {
        throw new DomainError('entry.order_not_pending', 'conflict', { status });
      }
      return { paymentId: await this.pages.begin(tx, state, how.provider, guest(ip)) };
    });
    const visit = { description: `Entradas ${house.name}`, ip, userAgent: how.userAgent };
    await this.pages.open(begun.paymentId, visit);
  }

  private async place(tx: Transaction, house: House, caller: GuestCaller, ask: PlaceOrderInput): Promise<Order> {
    const { venueId, customerId } = caller;
    const at = this.clock.now();
    await this.orders.holdCustomer(tx, venueId, customerId);
    const names = ask.lines.map(({ entryType }) => entryType);
    const types = await this.orders.types(tx, venueId, names, customerId, at);
    const asked = ask.lines.map(({ entryType, qty }) => {
      const found = types.find(({ type, number }) => type.id === entryType || number === entryType);
      return { entryTypeId: found?.type.id ?? '', qty };
    });
    refuseTwice(asked);
    const by = guest(caller.ip);
    const { pay, code } = ask;
    const holdMinutes = house.holdMinutes;
    const order = Order.place({ id: newId(at.getTime()), customerId, asked, types, code, pay, at, holdMinutes, by });
    await this.room.freeDue(
      tx,
      types.map(({ type }) => type.id),
      at,
    );
    await this.room.take(tx, order.state.lines);
    if (pay !== 'online') await this.payNow(tx, order, caller);
    await this.orders.add(tx, order);
    if (pay !== 'online') await this.issue(tx, order, house);
    return order;
  }

  private async payNow(tx: Transaction, order: Order, { customerId, ip }: GuestCaller): Promise<void> {
    const { id: orderId, venueId, nightId, pay, total: amount, createdAt: at } = order.state;
    const by = guest(ip);
    const move = { venueId, nightId, customerId, orderId, amount, by, at };
    order.pay(pay === 'wallet' ? await this.wallets.pay(tx, move) : null, by, at);
  }

  private async issue(tx: Transaction, order: Order, { ticketPrefix }: House): Promise<void> {
    const { id: orderId, createdAt: at, venueId, nightId, customerId, lines } = order.state;
    const wanted = { venueId, nightId, customerId, orderId, saleId: null };
    await this.issueEntries.execute(tx, { ...wanted, ticketPrefix, at, lines });
  }
}

function refuseTwice(asked: readonly { readonly entryTypeId: string }[]): void {
  const known = asked.map(({ entryTypeId }) => entryTypeId).filter((id) => id !== '');
  if (new Set(known).size < known.length) throw new DomainError('entry.type_twice', 'invalid');
}
