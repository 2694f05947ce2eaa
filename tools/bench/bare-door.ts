import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { newId } from '@libs/kernel';
import { actorJson, BARE_FINGERPRINT } from './bare';
import { BenchClub } from './club';
import { BenchDoor, BenchEntry } from './doors-club';

/**
 * The rows of one person who comes in, as the product writes them, in one conditional statement. The count of the house,
 * which every door moves, comes last.
 */
const ADMIT = {
  name: 'bare.admit',
  text: `
    WITH entry AS (
      UPDATE entries.entries SET is_inside = true, checked_in_at = now()
      WHERE id = $1 AND checked_in_at IS NULL AND voided_at IS NULL RETURNING id
    ), crossed AS (
      INSERT INTO entries.crossings (id, venue_id, night_id, kind, delta, entry_id, employee_id, at)
      SELECT $2, $3, $4, 'check_in', 1, id, $5, now() FROM entry RETURNING id
    ), event AS (
      INSERT INTO platform.outbox (id, type, venue_id, night_id, subject_id, actor, data, occurred_at)
      SELECT $6, 'entries.checked_in', $3, $4, id, $7, $8, now() FROM entry RETURNING id
    ), key AS (
      INSERT INTO platform.idempotency_keys (caller_id, key, fingerprint, answer)
      SELECT $5::text, $9, $10, $11 FROM entry RETURNING key
    )
    INSERT INTO entries.head_counts AS h (night_id, venue_id, inside)
    SELECT $4, $3, 1 FROM crossed, event, key
    ON CONFLICT (night_id) DO UPDATE SET inside = h.inside + 1`,
};

/** Lets one person in on this connection. @throws Error when the entry was used before */
export async function bareAdmit(client: Client, club: BenchClub, door: BenchDoor, entry: BenchEntry): Promise<void> {
  const crossingId = newId();
  const values = [
    ...[entry.id, crossingId, club.venueId, club.nightId, door.employeeId, newId()],
    actorJson(door.employeeId, 'Door'),
    JSON.stringify({
      ...{ display_code: 'BNC 1', type: 'Bench', re_entry: false, crossing_id: crossingId, customer_id: null },
    }),
    ...[newId(), BARE_FINGERPRINT],
    // About the size of a stored answer.
    randomBytes(700),
  ];
  const { rowCount } = await client.query({ ...ADMIT, values });
  if (rowCount !== 1) throw new Error('the bare door let nobody in');
}
