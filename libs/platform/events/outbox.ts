import { DomainEvent, Transaction } from '@libs/kernel';
import { sql } from '../database/sql';
import { sqlOf } from '../database/sql-transaction';

const WRITE = sql(
  'platform.write_outbox',
  `INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, register_session_id, actor, data, occurred_at)
   SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::jsonb[], $8::jsonb[],
     $9::timestamptz[])`,
);

/** Called by repositories: the events of what they write, in the same transaction. */
export async function writeOutbox(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sqlOf(tx).rows(WRITE, [
    events.map((event) => event.id),
    events.map((event) => event.type),
    events.map((event) => event.venueId),
    events.map((event) => event.nightId),
    events.map((event) => event.subjectId),
    events.map((event) => event.registerSessionId),
    events.map((event) => JSON.stringify(event.actor)),
    events.map((event) => JSON.stringify(event.data)),
    events.map((event) => event.occurredAt),
  ]);
}
