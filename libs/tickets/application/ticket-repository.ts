import { DomainEvent, Transaction } from '@libs/kernel';
import { TicketItem, TicketOrigin, TicketPromise } from '../domain';

/** A ticket that is to be. */
export interface NewTicket extends TicketPromise {
  readonly qrHash: Uint8Array;
  readonly seal: Uint8Array;
  readonly customerId: string | null;
  readonly isTest: boolean;
  readonly createdAt: Date;
  readonly items: readonly Omit<TicketItem, 'deliveredQty'>[];
}

/** Who did it from where, for the ticket's log. */
export interface LoggedBy {
  readonly logId: string;
  readonly venueId: string;
  readonly employeeId: string | null;
  readonly barId: string | null;
  readonly deviceId: string | null;
  readonly ip: string | null;
  readonly at: Date;
}

/** What there was to void. */
export interface VoidOutcome {
  readonly ticketId: string;
  readonly nightId: string;
  readonly deliveredQty: number;
  /** False when it was void already, or when something was delivered and nobody said to void it nevertheless. */
  readonly voided: boolean;
}

/** By what only the paper holds. */
export type ClaimLookup =
  { readonly by: 'token'; readonly hash: Uint8Array } | { readonly by: 'legacy'; readonly uuid: string };

export interface ClaimOutcome {
  readonly ticketId: string;
  readonly nightId: string;
  readonly ownerId: string | null;
  readonly isVoid: boolean;
  /** It was nobody's until now. */
  readonly isNew: boolean;
}

/** Tickets as they are issued and voided, within the transaction of what they are issued for. */
export abstract class TicketRepository {
  /** Sends one statement before it first waits, so that the caller may send others along. @returns the display number */
  abstract add(tx: Transaction, ticket: NewTicket): Promise<number>;

  /**
   * Takes the ticket of its origin, waits for deliveries under way, and voids it.
   * @returns undefined when there is no such ticket
   */
  abstract void(
    tx: Transaction,
    origin: TicketOrigin,
    reason: string,
    despiteDelivery: boolean,
    by: LoggedBy,
  ): Promise<VoidOutcome | undefined>;

  /** @returns what the venue's ticket was issued for, which never changes; undefined when it has no such ticket */
  abstract originOf(tx: Transaction, lookup: ClaimLookup, venueId: string): Promise<TicketOrigin | undefined>;

  /**
   * Gives a ticket that is nobody's and stands to this guest, in one step, and logs that.
   * @returns undefined when the venue has no such ticket
   */
  abstract claim(
    tx: Transaction,
    lookup: ClaimLookup,
    customerId: string,
    by: LoggedBy,
  ): Promise<ClaimOutcome | undefined>;

  /** Into the outbox. */
  abstract publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void>;
}
