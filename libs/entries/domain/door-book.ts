import { DomainEvent, Transaction } from '@libs/kernel';
import { AgeOutcome } from './cedula';
import { DoorEntry, DoorNight } from './door';

/** How an entry is named at the door. */
export type Shown =
  | { readonly by: 'token'; readonly hash: Uint8Array }
  | { readonly by: 'number'; readonly number: number }
  | { readonly by: 'customer'; readonly customerId: string };

/** An entry with what a person at the door wants to see of it. */
export interface ShownEntry extends DoorEntry {
  readonly ticketId: string;
  readonly displayCode: string;
  readonly typeName: string;
  readonly nightName: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** The latest time that it crossed a door. */
  readonly last: { readonly at: string; readonly employeeName: string; readonly doorName: string | null } | null;
}

/** What came of looking for it. */
export interface Looked {
  readonly night: DoorNight | undefined;
  /** The entry; of a customer the one that lets them in, or else the one that was used last. */
  readonly entry: ShownEntry | undefined;
  /** Of a customer: entries of tonight are ordered and not paid. */
  readonly isOrdered: boolean;
}

export type CrossingKind = 'check_in' | 'exit' | 're_entry' | 'guests' | 'clicker';

/** Somebody comes in or goes out. */
export interface Crossing {
  readonly id: string;
  readonly kind: CrossingKind;
  /** How many more are inside. */
  readonly delta: number;
  readonly nightId: string;
  /** More than these inside are refused; null: whoever came is counted. */
  readonly capacity: number | null;
  readonly entryId: string | null;
  readonly guestId: string | null;
  readonly event: DomainEvent;
}

/** Who stands at the door, and where. */
export interface DoorPerson {
  readonly venueId: string;
  readonly employeeId: string;
  readonly deviceId: string | null;
}

export interface Refusal {
  readonly id: string;
  readonly nightId: string | null;
  readonly reason: string;
  readonly note: string | null;
  readonly entryId: string | null;
  readonly guestId: string | null;
  readonly ticketId: string | null;
  readonly at: Date;
}

/** A crossing that somebody wants back. */
export interface StandingCrossing {
  readonly id: string;
  readonly kind: CrossingKind | 'undo';
  readonly delta: number;
  readonly nightId: string;
  readonly nightStatus: string;
  readonly entryId: string | null;
  readonly guestId: string | null;
  readonly isUndone: boolean;
  /** The same entry crossed a door since. */
  readonly isOvertaken: boolean;
  /** The money of its entry was given back although it had come in. */
  readonly isOfCancelledSale: boolean;
}

/** The book of the doors, within a transaction. */
export abstract class DoorBook {
  /** The night that is on. Sends one statement before it first waits. */
  abstract night(tx: Transaction, venueId: string): Promise<DoorNight | undefined>;
  /** Looks an entry up and holds it: doors that show the same one stand in line here. */
  abstract look(tx: Transaction, venueId: string, shown: Shown, at: Date): Promise<Looked>;
  /**
   * Counts and writes it down, in one statement.
   * @returns how many are inside now; undefined when there is no room, and then nothing was written
   * @throws DomainError `door.nobody_inside` when fewer than nobody would be left
   */
  abstract cross(tx: Transaction, crossing: Crossing, by: DoorPerson, at: Date): Promise<number | undefined>;
  /** @returns undefined for one of another house; holds it and its entry or guest */
  abstract hold(tx: Transaction, venueId: string, crossingId: string): Promise<StandingCrossing | undefined>;
  /** Takes it back. @returns how many are inside now @throws DomainError `door.nobody_inside` */
  abstract undo(
    tx: Transaction,
    crossing: StandingCrossing,
    undo: { readonly id: string; readonly reason: string; readonly event: DomainEvent },
    by: DoorPerson,
    at: Date,
  ): Promise<number>;
  abstract refuse(tx: Transaction, refusal: Refusal, by: DoorPerson, events: readonly DomainEvent[]): Promise<void>;
  abstract noteAge(
    tx: Transaction,
    check: { readonly id: string; readonly nightId: string | null; readonly outcome: AgeOutcome; readonly at: Date },
    by: DoorPerson,
    event: DomainEvent,
  ): Promise<void>;
  abstract publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void>;
}
