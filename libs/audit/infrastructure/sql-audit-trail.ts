import { ActorRef } from '@libs/kernel';
import { Sql, sql } from '@libs/platform';
import { Anchor, AuditEntry, AuditTrail } from '../domain';

/** What can run a read: the pool, or a connection with a snapshot. */
export interface Reads {
  rows<T>(statement: Sql, values?: readonly unknown[]): Promise<T[]>;
}

const PAGE = 1_000;
const ENTRIES = sql(
  'audit.entries_in_order',
  `SELECT event_id, chain, position, venue_id, night_id, register_session_id, type, subject_id, actor, data, occurred_at,
     encode(previous_hash, 'hex') AS previous_hash, encode(hash, 'hex') AS hash
   FROM audit.entries
   WHERE venue_id = $1 AND (chain, position) > ($2::text, $3::bigint)
   ORDER BY chain, position LIMIT ${PAGE}`,
);
const ANCHORS = sql(
  'audit.anchors',
  `SELECT id, venue_id AS "venueId", heads, encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash,
     anchored_at AS "anchoredAt"
   FROM audit.anchors WHERE venue_id = $1 ORDER BY anchored_at, id`,
);

interface EntryRow {
  event_id: string;
  chain: string;
  position: number;
  venue_id: string;
  night_id: string | null;
  register_session_id: string | null;
  type: string;
  subject_id: string;
  actor: ActorRef;
  data: Record<string, unknown>;
  occurred_at: Date;
  previous_hash: string;
  hash: string;
}

/** {@link AuditTrail} on Postgres. */
export class SqlAuditTrail extends AuditTrail {
  constructor(private readonly reads: Reads) {
    super();
  }

  anchors(venueId: string): Promise<readonly Anchor[]> {
    return this.reads.rows<Anchor>(ANCHORS, [venueId]);
  }

  async *entries(venueId: string): AsyncIterable<readonly AuditEntry[]> {
    let last: { chain: string; position: number } | undefined = { chain: '', position: 0 };
    while (last) {
      const rows: EntryRow[] = await this.reads.rows<EntryRow>(ENTRIES, [venueId, last.chain, last.position]);
      yield rows.map(toEntry);
      last = rows.length === PAGE ? rows.at(-1) : undefined;
    }
  }
}

function toEntry(row: EntryRow): AuditEntry {
  return {
    event: {
      id: row.event_id,
      type: row.type,
      venueId: row.venue_id,
      nightId: row.night_id,
      subjectId: row.subject_id,
      registerSessionId: row.register_session_id,
      actor: row.actor,
      data: row.data,
      occurredAt: row.occurred_at,
    },
    chain: row.chain,
    position: row.position,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
