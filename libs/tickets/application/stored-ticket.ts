import { DomainError } from '@libs/kernel';
import {
  displayCode,
  RefusalFacts,
  statusOf,
  TicketItem,
  TicketOrigin,
  TicketPromise,
  TicketStatus,
  TicketType,
} from '../domain';

/** A ticket as it is stored. */
export interface StoredTicket extends TicketPromise {
  readonly displayNumber: number;
  readonly isTest: boolean;
  readonly createdAt: Date;
  readonly printCount: number;
  readonly voidedAt: Date | null;
  readonly refusedCount: number;
  readonly allowedUntil: Date | null;
  readonly seal: Uint8Array;
  readonly items: readonly TicketItem[];
}

/** A press of "Entregado": who handed over what, where and when (ISO-8601). */
export interface PressSnapshot {
  readonly pressId: string;
  readonly barName: string;
  readonly employeeName: string;
  readonly at: string;
  readonly items: readonly { readonly name: string; readonly qty: number }[];
}

/** A ticket as it is answered: plain data, times in ISO-8601. */
export interface TicketSnapshot {
  readonly id: string;
  readonly displayCode: string;
  readonly ticketType: TicketType;
  readonly status: TicketStatus;
  readonly isTest: boolean;
  readonly createdAt: string;
  readonly origin: TicketOrigin;
  readonly printCount: number;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly note: string | null;
    readonly qty: number;
    readonly deliveredQty: number;
    readonly leftQty: number;
  }[];
}

export function snapshotOf(ticket: StoredTicket, ticketPrefix: string): TicketSnapshot {
  const { id, ticketType, isTest, createdAt, origin, printCount, items, voidedAt } = ticket;
  return {
    ...{ id, ticketType, isTest, origin, printCount },
    displayCode: displayCode(ticketPrefix, ticket.displayNumber),
    status: statusOf(items, voidedAt),
    createdAt: createdAt.toISOString(),
    items: items.map((item) => {
      const { name, note, qty, deliveredQty } = item;
      return { id: item.id, name, note, qty, deliveredQty, leftQty: qty - deliveredQty };
    }),
  };
}

export function refusalFactsOf(ticket: StoredTicket, intact: boolean): RefusalFacts {
  const { ticketType, createdAt, refusedCount, allowedUntil, items, voidedAt } = ticket;
  return { status: statusOf(items, voidedAt), ticketType, intact, createdAt, refusedCount, allowedUntil };
}

/** No such ticket, or one of another venue: nobody is told which. */
export function unknownTicket(): DomainError {
  return new DomainError('ticket.unknown', 'not_found');
}
