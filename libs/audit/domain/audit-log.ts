import { Transaction } from '@libs/kernel';
import { Anchor } from './anchor';
import { AuditEntry, ChainHead } from './entry';

/** The trail as it grows. Nothing in it is ever changed. */
export abstract class AuditLog {
  /** Keeps every other writer of the trail out until the transaction ends; waits for one that is at work. */
  abstract hold(tx: Transaction): Promise<void>;

  /** Like {@link hold}, without waiting. @returns whether the trail is ours */
  abstract tryToHold(tx: Transaction): Promise<boolean>;

  /** Which of these events are in the trail already, and where their chains end. */
  abstract look(
    tx: Transaction,
    eventIds: readonly string[],
    chains: readonly string[],
  ): Promise<{ readonly known: ReadonlySet<string>; readonly heads: readonly ChainHead[] }>;

  abstract append(tx: Transaction, entries: readonly AuditEntry[]): Promise<void>;

  /** Heads of the venue's chains beyond what anchors hold, and the hash of its newest anchor. */
  abstract lookAtAnchors(
    tx: Transaction,
    venueId: string,
  ): Promise<{ readonly moved: readonly ChainHead[]; readonly newest: string | undefined }>;

  abstract addAnchor(tx: Transaction, anchor: Anchor): Promise<void>;

  /** Venues with entries and without an anchor since that moment. */
  abstract withoutAnchorSince(tx: Transaction, moment: Date): Promise<readonly string[]>;
}

/** The trail as it is read. */
export abstract class AuditTrail {
  abstract anchors(venueId: string): Promise<readonly Anchor[]>;

  /** All entries of the venue, page by page, in the order of chain and position. */
  abstract entries(venueId: string): AsyncIterable<readonly AuditEntry[]>;
}
