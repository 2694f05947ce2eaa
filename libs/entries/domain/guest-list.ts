import { DomainEvent, Transaction } from '@libs/kernel';

/** What people decide about a list. */
export interface GuestListPlan {
  readonly name: string;
  /** Who answers for it: a promoter, a DJ, somebody of the house. */
  readonly ownerName: string;
  /** What its guests buy at the till of the door; null: they come in free. */
  readonly entryTypeId: string | null;
  /** After it nobody comes in by the list. */
  readonly expiresAt: Date | null;
  readonly isActive: boolean;
}

export interface GuestListState extends GuestListPlan {
  readonly id: string;
  readonly venueId: string;
  readonly nightId: string;
  /** Counts the changes. */
  readonly version: number;
}

/** Somebody on a list, and how many come along. */
export interface GuestPlan {
  readonly name: string;
  readonly plus: number;
  readonly note: string | null;
}

/** A guest as the door needs them; the caller holds the row. */
export interface GuestAtDoor extends GuestPlan {
  readonly id: string;
  readonly listId: string;
  readonly arrived: number;
  readonly listName: string;
  readonly nightId: string;
  readonly isActive: boolean;
  readonly expiresAt: Date | null;
  /** In pesos, and what it is called at the till; null when the list is free. */
  readonly price: number | null;
  readonly sells: string | null;
}

/** Guest lists, within a transaction. */
export abstract class GuestListBook {
  /** Locks it. @returns undefined also for one of another house */
  abstract find(tx: Transaction, venueId: string, id: string): Promise<GuestListState | undefined>;
  /** @throws DomainError `entry.night_not_found`, `entry.type_not_found`, `guestlist.name_taken` */
  abstract add(tx: Transaction, list: GuestListState, at: Date, event: DomainEvent): Promise<void>;
  /** @throws DomainError `entry.type_not_found`, `guestlist.name_taken` */
  abstract save(tx: Transaction, list: GuestListState, event: DomainEvent): Promise<void>;
  abstract addGuests(
    tx: Transaction,
    list: GuestListState,
    guests: readonly (GuestPlan & { readonly id: string })[],
    at: Date,
    event: DomainEvent,
  ): Promise<void>;
  /** Locks the guest. @returns undefined also for one of another house, or one who was taken off */
  abstract guest(tx: Transaction, venueId: string, id: string): Promise<GuestAtDoor | undefined>;
  abstract saveGuest(
    tx: Transaction,
    id: string,
    guest: GuestPlan & { readonly removedAt: Date | null },
    event: DomainEvent,
  ): Promise<void>;
  abstract arrive(tx: Transaction, id: string, people: number): Promise<void>;
}
