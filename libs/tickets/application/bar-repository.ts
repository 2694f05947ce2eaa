import { DomainEvent, Transaction } from '@libs/kernel';

/** A place that delivers. */
export interface Bar {
  readonly id: string;
  readonly venueId: string;
  readonly name: string;
  /** Where its stock lies. */
  readonly locationId: string;
  readonly isActive: boolean;
}

/** Bars, with the events of what is written. */
export abstract class BarRepository {
  /** @throws DomainError `bar.name_taken` (conflict), `bar.location_unknown` (not_found) */
  abstract add(tx: Transaction, bar: Bar, events: readonly DomainEvent[]): Promise<void>;
  /** Takes the bar's row. @returns undefined when the venue has no such bar */
  abstract take(tx: Transaction, id: string, venueId: string): Promise<Bar | undefined>;
  /** @throws DomainError `bar.name_taken` (conflict), `bar.location_unknown` (not_found) */
  abstract change(tx: Transaction, bar: Bar, events: readonly DomainEvent[]): Promise<void>;
}
