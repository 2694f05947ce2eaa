import { DomainEvent, Transaction } from '@libs/kernel';
import { EntryState, NewEntry } from './entry';
import { Order, OrderedType, OrderLine, OrderState } from './order';

/** How many of a kind. */
export type Places = Pick<OrderLine, 'entryTypeId' | 'qty'>;

/** The room of each kind: never more taken than there is, whoever asks at once. */
export abstract class Room {
  /** Ends orders whose time is up, so that their places count as free. */
  abstract freeDue(tx: Transaction, typeIds: readonly string[], at: Date): Promise<void>;
  /** Takes all or says which is short; the caller rolls back. @throws DomainError `entry.sold_out` (facts name, left) */
  abstract take(tx: Transaction, places: readonly Places[]): Promise<void>;
  abstract giveBack(tx: Transaction, places: readonly Places[]): Promise<void>;
}

/** Orders, within a transaction. */
export abstract class OrderRepository {
  /** Holds the customer's account: two orders at once would each see the other's entries missing. @throws `customer.unknown` */
  abstract holdCustomer(tx: Transaction, venueId: string, customerId: string): Promise<void>;
  /** @param names UUIDs or numbers */
  abstract types(
    tx: Transaction,
    venueId: string,
    names: readonly (string | number)[],
    customerId: string,
    at: Date,
  ): Promise<(OrderedType & { readonly number: number })[]>;
  abstract add(tx: Transaction, order: Order): Promise<void>;
  /** @returns undefined for one of another house, or of another customer when one is given */
  abstract lock(tx: Transaction, venueId: string, id: string | number, customerId?: string): Promise<Order | undefined>;
  /** Without holding it: for what only payments holds. */
  abstract look(
    tx: Transaction,
    venueId: string,
    id: string | number,
    customerId: string,
  ): Promise<OrderState | undefined>;
  /** Without holding it, of whatever house. */
  abstract find(tx: Transaction, id: string): Promise<OrderState | undefined>;
  abstract save(tx: Transaction, order: Order): Promise<void>;
  /** Pending ones whose time is up, the oldest first. */
  abstract due(at: Date, limit: number): Promise<{ readonly id: string; readonly venueId: string }[]>;
}

/** Entries as they are made and ended, within a transaction. */
export abstract class EntryRepository {
  /** Sends one statement before it first waits. */
  abstract add(tx: Transaction, entries: readonly NewEntry[]): Promise<void>;
  /** Good ones of a sale; doors that are shown one of them wait. */
  abstract lockOfSale(tx: Transaction, venueId: string, saleId: string): Promise<EntryState[]>;
  /** Good ones of an order that its guest still has. */
  abstract lockOfOrder(tx: Transaction, orderId: string, customerId: string): Promise<EntryState[]>;
  /** @returns undefined for one of somebody else, or one that is void */
  abstract lockOwn(tx: Transaction, customerId: string, id: string | number): Promise<EntryState | undefined>;
  /** Good or not. */
  abstract lock(tx: Transaction, venueId: string, id: string): Promise<EntryState | undefined>;
  abstract void(tx: Transaction, ids: readonly string[], reason: string, at: Date): Promise<void>;
  /** One that is nobody's and good becomes this customer's; a door that is shown it waits. */
  abstract give(tx: Transaction, venueId: string, id: string, customerId: string): Promise<void>;
  abstract publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void>;
}
