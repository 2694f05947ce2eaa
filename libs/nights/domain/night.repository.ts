import { Transaction } from '@libs/kernel';
import { Night } from './night';

/** Where nights are kept. Deleted ones are not found. */
export abstract class NightRepository {
  /** Locked until the transaction ends: no register session opens on it and no sale is written meanwhile. */
  abstract find(tx: Transaction, venueId: string, nightId: string): Promise<Night | undefined>;
  /** Another night of the house that is on. */
  abstract otherRunning(tx: Transaction, night: Night): Promise<{ id: string; name: string } | undefined>;
  /** Those of the ids that are nobody's in the house. */
  abstract strangers(tx: Transaction, venueId: string, employeeIds: readonly string[]): Promise<string[]>;
  abstract add(tx: Transaction, night: Night): Promise<void>;
  /** @throws DomainError `night.other_open` when another night of the house was opened in the same moment */
  abstract update(tx: Transaction, night: Night): Promise<void>;
}
