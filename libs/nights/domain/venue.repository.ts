import { DomainEvent, Transaction } from '@libs/kernel';
import { Venue } from './venue';

/** Where venues are kept. */
export abstract class VenueRepository {
  /** Outside of a transaction. */
  abstract find(venueId: string): Promise<Venue | undefined>;
  /** Locked until the transaction ends. */
  abstract findForChange(tx: Transaction, venueId: string): Promise<Venue | undefined>;
  abstract update(tx: Transaction, venue: Venue, events: readonly DomainEvent[]): Promise<void>;
}
