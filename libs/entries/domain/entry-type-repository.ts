import { Transaction } from '@libs/kernel';
import { EntryType } from './entry-type';

/** Kinds of entry, within a transaction. */
export abstract class EntryTypeRepository {
  /** Locks it. @returns undefined also for one of another house */
  abstract find(tx: Transaction, venueId: string, id: string): Promise<EntryType | undefined>;
  /** @throws DomainError `entry.name_taken`, `entry.product_taken`, `entry.night_not_found`, `entry.product_not_found` */
  abstract add(tx: Transaction, type: EntryType): Promise<void>;
  /** @throws DomainError like {@link add} */
  abstract save(tx: Transaction, type: EntryType): Promise<void>;
}
