import { Injectable } from '@nestjs/common';
import { Transaction } from '@libs/kernel';
import { sql, sqlOf, together } from '@libs/platform';
import { Anchor, AuditEntry, AuditLog, ChainHead } from '../domain';

const HOLD = sql('audit.hold', `SELECT pg_advisory_xact_lock(hashtext('noche.audit'))`);
const TRY_TO_HOLD = sql('audit.try_to_hold', `SELECT pg_try_advisory_xact_lock(hashtext('noche.audit')) AS held`);
const KNOWN = sql('audit.known', 'SELECT event_id FROM audit.entries WHERE event_id = ANY ($1::uuid[])');

const HEAD = `CROSS JOIN LATERAL (
     SELECT e.position, encode(e.hash, 'hex') AS hash, e.venue_id FROM audit.entries e
     WHERE e.chain = c.chain ORDER BY e.position DESC LIMIT 1
   ) head`;
const HEADS = sql(
  'audit.heads',
  `SELECT c.chain, head.position, head.hash FROM unnest($1::text[]) AS c (chain) ${HEAD}`,
);

const APPEND = sql(
  'audit.append',
  `INSERT INTO audit.entries (event_id, chain, position, venue_id, night_id, register_session_id, type, subject_id, actor,
     data, occurred_at, previous_hash, hash)
   SELECT e.event_id, e.chain, e.position, e.venue_id, e.night_id, e.session_id, e.type, e.subject_id, e.actor, e.data,
     e.occurred_at, decode(e.previous_hash, 'hex'), decode(e.hash, 'hex')
   FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::uuid[],
     $9::jsonb[], $10::jsonb[], $11::timestamptz[], $12::text[], $13::text[])
     AS e (event_id, chain, position, venue_id, night_id, session_id, type, subject_id, actor, data, occurred_at,
       previous_hash, hash)`,
);

/** Goes from chain to chain by the index instead of reading every entry. */
const MOVED = sql(
  'audit.moved_heads',
  `WITH RECURSIVE c AS (
     (SELECT chain FROM audit.entries ORDER BY chain LIMIT 1)
     UNION ALL
     SELECT (SELECT e.chain FROM audit.entries e WHERE e.chain > c.chain ORDER BY e.chain LIMIT 1)
     FROM c WHERE c.chain IS NOT NULL
   ), anchored AS (
     SELECT seen.key AS chain, max((seen.value ->> 'position')::bigint) AS position
     FROM audit.anchors a CROSS JOIN LATERAL jsonb_each(a.heads) AS seen
     WHERE a.venue_id = $1 GROUP BY seen.key
   )
   SELECT c.chain, head.position, head.hash FROM c ${HEAD}
   LEFT JOIN anchored ON anchored.chain = c.chain
   WHERE head.venue_id = $1 AND head.position > coalesce(anchored.position, 0)`,
);

/** The one that no other follows. Were one in between removed, there would be two: then the younger. */
const NEWEST_ANCHOR = sql(
  'audit.newest_anchor',
  `SELECT encode(a.hash, 'hex') AS hash FROM audit.anchors a
   WHERE a.venue_id = $1
     AND NOT EXISTS (SELECT FROM audit.anchors b WHERE b.venue_id = $1 AND b.previous_hash = a.hash)
   ORDER BY a.anchored_at DESC, a.id DESC LIMIT 1`,
);
const ADD_ANCHOR = sql(
  'audit.add_anchor',
  `INSERT INTO audit.anchors (id, venue_id, heads, previous_hash, hash, anchored_at)
   VALUES ($1, $2, $3, decode($4, 'hex'), decode($5, 'hex'), $6)`,
);
const WITHOUT_ANCHOR = sql(
  'audit.without_anchor',
  `SELECT v.id FROM nights.venues v
   WHERE EXISTS (SELECT FROM audit.entries e WHERE e.venue_id = v.id)
     AND NOT EXISTS (SELECT FROM audit.anchors a WHERE a.venue_id = v.id AND a.anchored_at > $1)`,
);

/** {@link AuditLog} on Postgres: three statements a batch, however large. */
@Injectable()
export class SqlAuditLog extends AuditLog {
  async hold(tx: Transaction): Promise<void> {
    await sqlOf(tx).rows(HOLD);
  }

  async tryToHold(tx: Transaction): Promise<boolean> {
    return (await sqlOf(tx).rows<{ held: boolean }>(TRY_TO_HOLD))[0]?.held === true;
  }

  async look(tx: Transaction, eventIds: readonly string[], chains: readonly string[]) {
    const [known, heads] = await together(
      sqlOf(tx).rows<{ event_id: string }>(KNOWN, [eventIds]),
      sqlOf(tx).rows<ChainHead>(HEADS, [chains]),
    );
    return { known: new Set(known.map((row) => row.event_id)), heads };
  }

  async append(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
    const events = entries.map((entry) => entry.event);
    await sqlOf(tx).rows(APPEND, [
      events.map((event) => event.id),
      entries.map((entry) => entry.chain),
      entries.map((entry) => entry.position),
      events.map((event) => event.venueId),
      events.map((event) => event.nightId),
      events.map((event) => event.registerSessionId),
      events.map((event) => event.type),
      events.map((event) => event.subjectId),
      events.map((event) => JSON.stringify(event.actor)),
      events.map((event) => JSON.stringify(event.data)),
      events.map((event) => event.occurredAt),
      entries.map((entry) => entry.previousHash),
      entries.map((entry) => entry.hash),
    ]);
  }

  async lookAtAnchors(tx: Transaction, venueId: string) {
    const [moved, [newest]] = await together(
      sqlOf(tx).rows<ChainHead>(MOVED, [venueId]),
      sqlOf(tx).rows<{ hash: string }>(NEWEST_ANCHOR, [venueId]),
    );
    return { moved, newest: newest?.hash };
  }

  async addAnchor(tx: Transaction, anchor: Anchor): Promise<void> {
    const { id, venueId, heads, previousHash, hash, anchoredAt } = anchor;
    await sqlOf(tx).rows(ADD_ANCHOR, [id, venueId, JSON.stringify(heads), previousHash, hash, anchoredAt]);
  }

  async withoutAnchorSince(tx: Transaction, moment: Date): Promise<readonly string[]> {
    return (await sqlOf(tx).rows<{ id: string }>(WITHOUT_ANCHOR, [moment])).map((row) => row.id);
  }
}
