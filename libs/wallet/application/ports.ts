import { Actor, Transaction } from '@libs/kernel';

/** What the wallet needs of others, in its own words. */

export abstract class Approvals {
  /**
   * Takes another person's yes, once. @returns who said it
   * @throws DomainError `step_up.required`, `step_up.invalid` (forbidden)
   */
  abstract use(tx: Transaction, token: string | undefined, permission: string, actor: Actor): Promise<string>;
}

/** A row of the ledger that is not as it should be. */
export interface BrokenWalletRow {
  readonly invariant: string;
  readonly id: string;
  readonly problem: string;
}

export abstract class LedgerProof {
  /** Reads one state of a venue's ledger, page by page; nothing when all holds. */
  abstract broken(venueId: string): Promise<readonly BrokenWalletRow[]>;
}
