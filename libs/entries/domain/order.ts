import { ActorRef, AggregateRoot, DomainError, domainEvent, Money } from '@libs/kernel';
import { EntryTypeState, normalizedCode } from './entry-type';

export const PAY_BY = ['online', 'wallet', 'free'] as const;
export type PayBy = (typeof PAY_BY)[number];

export const ORDER_STATES = ['PENDING', 'PAID', 'CANCELLED', 'EXPIRED', 'REFUNDED'] as const;
export type OrderStatus = (typeof ORDER_STATES)[number];

/** So many people of a kind, at the price of the moment when they were ordered. */
export interface OrderLine {
  readonly entryTypeId: string;
  readonly name: string;
  readonly qty: number;
  /** In pesos. */
  readonly unitPrice: number;
}

export interface OrderState {
  readonly id: string;
  readonly venueId: string;
  readonly nightId: string;
  readonly customerId: string;
  readonly pay: PayBy;
  readonly lines: readonly OrderLine[];
  /** In pesos. */
  readonly total: number;
  readonly status: OrderStatus;
  readonly createdAt: Date;
  /** Until when the places are kept for it. */
  readonly expiresAt: Date;
  readonly paymentId: string | null;
  readonly paidAt: Date | null;
  readonly endedAt: Date | null;
}

/** A kind of entry as an order needs it. */
export interface OrderedType {
  readonly type: EntryTypeState;
  readonly nightStatus: string;
  /** What the customer has of it already, open orders included. */
  readonly had: number;
}

export interface AskedEntries {
  readonly entryTypeId: string;
  readonly qty: number;
}

interface Asked {
  readonly id: string;
  readonly customerId: string;
  readonly asked: readonly AskedEntries[];
  readonly types: readonly OrderedType[];
  readonly code: string | null;
  readonly pay: PayBy;
  readonly at: Date;
  readonly holdMinutes: number;
  readonly by: ActorRef;
}

const ON_SALE: readonly string[] = ['PLANNED', 'PREPARING', 'OPEN'];
const MINUTE_MS = 60_000;

/** A guest wants to come in with friends: places kept for a while, then paid for, or free again. */
export class Order extends AggregateRoot {
  private constructor(private current: OrderState) {
    super();
  }

  static restore(state: OrderState): Order {
    return new Order(state);
  }

  /**
   * @throws DomainError `entry.type_not_found`, also for a hidden kind without its code; `entry.several_nights`,
   *   `entry.not_on_sale`, `entry.limit_exceeded` (facts limit, left), `entry.pay_mismatch`
   */
  static place({ id, customerId, asked, types, code, pay, at, holdMinutes, by }: Asked): Order {
    const lines = asked.map((line) => toLine(line, types, code, at));
    const [first] = types;
    if (!first) throw new DomainError('entry.type_not_found', 'not_found');
    const { venueId, nightId } = first.type;
    if (types.some(({ type }) => type.nightId !== nightId)) throw new DomainError('entry.several_nights', 'invalid');
    const total = Money.sum(lines.map(({ unitPrice, qty }) => Money.of(unitPrice).times(qty))).pesos;
    if ((pay === 'free') !== (total === 0)) throw new DomainError('entry.pay_mismatch', 'invalid', { total });
    const order = new Order({
      ...{ id, venueId, nightId, customerId, pay, lines, total },
      status: 'PENDING',
      createdAt: at,
      expiresAt: new Date(at.getTime() + holdMinutes * MINUTE_MS),
      ...{ paymentId: null, paidAt: null, endedAt: null },
    });
    const bought = lines.map(({ name, qty, unitPrice }) => ({ name, qty, unit_price: unitPrice }));
    order.tell('entries.ordered', { total_amount: total, pay, lines: bought }, by, at);
    return order;
  }

  get state(): OrderState {
    return this.current;
  }

  /** Whether its places are still kept for it in the count of what is taken. */
  get isHeld(): boolean {
    return this.current.status === 'PENDING';
  }

  /**
   * @param paymentId of the wallet's transfer or of the page; null for what is free
   * @throws DomainError `entry.order_not_pending` when it is paid already (conflict)
   */
  pay(paymentId: string | null, by: ActorRef, at: Date): void {
    const { status: before, total } = this.current;
    if (this.current.paidAt) throw new DomainError('entry.order_not_pending', 'conflict', { status: before });
    this.current = { ...this.current, status: 'PAID', paymentId, paidAt: at, endedAt: at };
    this.tell(
      'entries.order_paid',
      { before: { status: before }, after: { status: 'PAID' }, total_amount: total },
      by,
      at,
    );
  }

  /** @throws DomainError `entry.order_not_pending` (conflict) */
  cancel(by: ActorRef, at: Date): void {
    this.end('CANCELLED', by, at);
  }

  /** Nobody paid in time. @throws DomainError `entry.order_not_pending` (conflict) */
  expire(by: ActorRef, at: Date): void {
    this.end('EXPIRED', by, at);
  }

  /** Some of it was taken back, or all. */
  refund(by: ActorRef, at: Date, data: Record<string, unknown>, isWhole: boolean): void {
    if (isWhole) this.current = { ...this.current, status: 'REFUNDED' };
    this.tell('entries.refunded', data, by, at);
  }

  private end(status: 'CANCELLED' | 'EXPIRED', by: ActorRef, at: Date): void {
    const before = this.current.status;
    if (before !== 'PENDING') throw new DomainError('entry.order_not_pending', 'conflict', { status: before });
    this.current = { ...this.current, status, endedAt: at };
    this.tell('entries.order_ended', { before: { status: before }, after: { status } }, by, at);
  }

  private tell(type: string, data: Record<string, unknown>, actor: ActorRef, occurredAt: Date): void {
    const { id: subjectId, venueId, nightId, customerId } = this.current;
    const about = { ...data, customer_id: customerId };
    this.record(domainEvent({ type, venueId, nightId, subjectId, actor, data: about, occurredAt }));
  }
}

function toLine(
  { entryTypeId, qty }: AskedEntries,
  types: readonly OrderedType[],
  code: string | null,
  at: Date,
): OrderLine {
  const found = types.find(({ type }) => type.id === entryTypeId);
  const known = code === null ? null : normalizedCode(code);
  if (!found || (found.type.code !== null && found.type.code !== known)) {
    throw new DomainError('entry.type_not_found', 'not_found');
  }
  const { type, nightStatus, had } = found;
  const { name, price, perPerson } = type;
  if (!ON_SALE.includes(nightStatus) || !isOnSale(type, at))
    throw new DomainError('entry.not_on_sale', 'conflict', { name });
  if (had + qty > perPerson) {
    throw new DomainError('entry.limit_exceeded', 'conflict', {
      name,
      limit: perPerson,
      left: Math.max(perPerson - had, 0),
    });
  }
  return { entryTypeId, name, qty, unitPrice: price };
}

function isOnSale({ isActive, saleStartsAt, saleEndsAt }: EntryTypeState, at: Date): boolean {
  return isActive && (saleStartsAt === null || saleStartsAt <= at) && (saleEndsAt === null || saleEndsAt > at);
}
