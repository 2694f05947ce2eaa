import { ActorRef, DomainEvent, Transaction } from '@libs/kernel';
import { PressSnapshot, StoredTicket } from './stored-ticket';
import { LoggedBy } from './ticket-repository';

/** How a ticket is looked up: by the hash of its token, its older UUID, or its number in this venue. */
export type Lookup =
  | { readonly by: 'token'; readonly hash: Uint8Array }
  | { readonly by: 'legacy'; readonly uuid: string }
  | { readonly by: 'number'; readonly number: number };

export interface ScannedTicket extends StoredTicket {
  readonly lastPress: PressSnapshot | null;
}

/** A refusal to be written down. */
export interface Refusal {
  readonly ticketId: string | null;
  readonly reason: string;
  /** Whether it counts against the ticket and shows up before the supervisor. */
  readonly isFraudAttempt: boolean;
  readonly note: string | null;
}

/** A press of "Entregado", before it is known whether it succeeds. */
export interface Press {
  readonly pressId: string;
  readonly ticketId: string;
  readonly barId: string;
  readonly items: readonly { readonly deliveryId: string; readonly itemId: string; readonly qty: number }[];
  readonly eventId: string;
  readonly actor: ActorRef;
}

export interface PressOutcome {
  readonly ticket: StoredTicket;
  /** Null when there is no such active bar in the venue. */
  readonly barName: string | null;
  /** How many of the press's items could be taken. Fewer than asked: the caller must roll back. */
  readonly taken: number;
}

/** What undoing a press came to. Null facts: no such press on this ticket. */
export interface UndoOutcome {
  readonly ticket: StoredTicket;
  readonly undone: number;
  readonly press: {
    readonly barId: string;
    readonly employeeId: string;
    readonly at: Date;
    readonly isUndone: boolean;
  } | null;
}

/** The bars' side of tickets: scanning and handing over. */
export abstract class TicketCounter {
  /** Looks the ticket up and logs the scan, found or not, in one statement that is its own transaction. */
  abstract scan(lookup: Lookup, by: LoggedBy): Promise<ScannedTicket | undefined>;

  /** What is left of this guest's delivery tickets of the night that is on, oldest first. Logs the scan of each. */
  abstract scanGuest(customerId: string, by: LoggedBy): Promise<StoredTicket[]>;

  /** Logs and, if it is a fraud attempt, counts the refusal. */
  abstract refuse(tx: Transaction, refusal: Refusal, by: LoggedBy, events: readonly DomainEvent[]): Promise<void>;

  /**
   * Takes the items if they are left, logs and tells it, in one statement. Presses and cancellations of one ticket
   * wait for each other.
   * @returns undefined when the venue has no such ticket
   */
  abstract press(tx: Transaction, press: Press, by: LoggedBy): Promise<PressOutcome | undefined>;

  /** The latest press that stands on any of these items. */
  abstract lastPressOn(ticketId: string, itemIds: readonly string[]): Promise<PressSnapshot | undefined>;

  /**
   * Gives back what a press took, if it was pressed after `notBefore`, stands, and was of this bar or person.
   * @returns undefined when the venue has no such ticket
   */
  abstract undo(
    tx: Transaction,
    undo: { readonly ticketId: string; readonly pressId: string; readonly notBefore: Date },
    by: LoggedBy,
    eventId: string,
    actor: ActorRef,
  ): Promise<UndoOutcome | undefined>;

  /** Takes the ticket's row for a change. @returns undefined when the venue has no such ticket */
  abstract take(tx: Transaction, ticketId: string, venueId: string): Promise<StoredTicket | undefined>;

  abstract allow(
    tx: Transaction,
    allowance: { readonly ticketId: string; readonly until: Date; readonly reason: string },
    by: LoggedBy,
    events: readonly DomainEvent[],
  ): Promise<void>;

  /** Counts one more print of a taken ticket. */
  abstract countPrint(
    tx: Transaction,
    ticketId: string,
    isReprint: boolean,
    by: LoggedBy,
    events: readonly DomainEvent[],
  ): Promise<void>;
}
