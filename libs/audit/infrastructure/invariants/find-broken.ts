import { sql } from '@libs/platform';
import { findBrokenWallets } from '@libs/wallet/infrastructure';
import { VerifyAudit } from '../../application';
import { Sha256Digest } from '../sha256-digest';
import { Reads, SqlAuditTrail } from '../sql-audit-trail';
import { ENTRY_INVARIANTS } from './entry-invariants';
import { GOODS_INVARIANTS } from './goods-invariants';
import { ONCE_INVARIANTS } from './once-invariants';
import { PAYMENT_INVARIANTS } from './payment-invariants';
import { POINTS_INVARIANTS } from './points-invariants';
import { REWARDS_INVARIANTS } from './rewards-invariants';
import { SALES_INVARIANTS } from './sales-invariants';

/** A row that should not be as it is. */
export interface BrokenRow {
  readonly invariant: string;
  readonly id: string;
  readonly problem: string;
}

export const INVARIANTS = [
  ...SALES_INVARIANTS,
  ...GOODS_INVARIANTS,
  ...ONCE_INVARIANTS,
  ...PAYMENT_INVARIANTS,
  ...POINTS_INVARIANTS,
  ...REWARDS_INVARIANTS,
  ...ENTRY_INVARIANTS,
];

const AUDITED_VENUES = sql(
  'audit.audited_venues',
  `SELECT id FROM nights.venues UNION SELECT venue_id FROM audit.entries UNION SELECT venue_id FROM audit.anchors`,
);

/** Proves every invariant, every wallet and every audit chain. Let the reads see one state: a night goes on meanwhile. */
export async function* findBroken(reads: Reads): AsyncIterable<BrokenRow> {
  for (const { name, breaks } of INVARIANTS) {
    for (const row of await reads.rows<{ id: string; problem: string }>(breaks)) yield { invariant: name, ...row };
  }
  yield* findBrokenWallets(reads);
  const verifyAudit = new VerifyAudit(new SqlAuditTrail(reads), new Sha256Digest());
  for (const { id } of await reads.rows<{ id: string }>(AUDITED_VENUES)) {
    for (const { chain, position, problem } of (await verifyAudit.execute(id)).broken) {
      yield { invariant: 'audit-chain-verifies', id: chain, problem: `${problem} at ${position}` };
    }
  }
}
