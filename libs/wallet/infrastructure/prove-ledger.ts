import { Injectable } from '@nestjs/common';
import { Database, Sql, sql } from '@libs/platform';
import { BrokenWalletRow, LedgerProof } from '../application';
import { ACCOUNTS_PAGE, TRANSFERS_PAGE } from './ledger-proof-statements';

/** What can run a read: the pool, or a connection with a snapshot. */
interface Reads {
  rows<T>(statement: Sql, values?: readonly unknown[]): Promise<T[]>;
}

/** Small enough for one statement's time limit, however much a house has. */
const TRANSFERS = 5_000;
const ACCOUNTS = 50;
const START = '00000000-0000-0000-0000-000000000000';

const VENUES = sql('wallet.venues', 'SELECT DISTINCT venue_id AS id FROM wallet.accounts');

interface ProofPage {
  last: string | null;
  size: number;
  broken: BrokenWalletRow[];
}

async function* pages(reads: Reads, statement: Sql, venueId: string, size: number): AsyncIterable<BrokenWalletRow> {
  let last: string | null = START;
  while (last !== null) {
    const [page]: ProofPage[] = await reads.rows<ProofPage>(statement, [venueId, last, size]);
    for (const { invariant, id, problem } of page?.broken ?? []) yield { invariant, id, problem };
    last = page?.size === size ? page.last : null;
  }
}

async function* proveVenue(reads: Reads, venueId: string): AsyncIterable<BrokenWalletRow> {
  yield* pages(reads, TRANSFERS_PAGE, venueId, TRANSFERS);
  yield* pages(reads, ACCOUNTS_PAGE, venueId, ACCOUNTS);
}

/** Proves the ledgers of all venues. Let the reads see one state: payments go on meanwhile. */
export async function* findBrokenWallets(reads: Reads): AsyncIterable<BrokenWalletRow> {
  for (const { id } of await reads.rows<{ id: string }>(VENUES)) yield* proveVenue(reads, id);
}

/** {@link LedgerProof} on Postgres. */
@Injectable()
export class SqlLedgerProof extends LedgerProof {
  constructor(private readonly database: Database) {
    super();
  }

  broken(venueId: string): Promise<readonly BrokenWalletRow[]> {
    return this.database.snapshot(async (reads) => {
      const found: BrokenWalletRow[] = [];
      for await (const row of proveVenue(reads, venueId)) found.push(row);
      return found;
    });
  }
}
