import { Injectable } from '@nestjs/common';
import { DomainError, domainEvent, together, Transaction } from '@libs/kernel';
import { sql, sqlOf, writeOutbox } from '@libs/platform';
import { NOBODY } from '../application';
import { Places, Room } from '../domain';

/** Orders that somebody is paying or cancelling just now are left to them. */
const END_DUE = sql(
  'entries.end_due_orders',
  `WITH due AS (
     SELECT o.id FROM entries.orders o WHERE o.status = 'PENDING' AND o.expires_at <= $2
       AND EXISTS (SELECT FROM entries.order_lines l WHERE l.order_id = o.id AND l.entry_type_id = ANY ($1::uuid[]))
     FOR NO KEY UPDATE SKIP LOCKED
   ), ended AS (
     UPDATE entries.orders o SET status = 'EXPIRED', ended_at = $2 FROM due WHERE o.id = due.id
     RETURNING o.id, o.venue_id, o.night_id, o.customer_id
   )
   SELECT e.id, e.venue_id, e.night_id, e.customer_id,
     (SELECT json_agg(json_build_object('entryTypeId', l.entry_type_id, 'qty', l.qty))
      FROM entries.order_lines l WHERE l.order_id = e.id) AS lines
   FROM ended e`,
);
const TAKE = sql(
  'entries.take_room',
  'UPDATE entries.entry_types SET taken = taken + $2 WHERE id = $1 AND taken + $2 <= capacity',
);
const GIVE_BACK = sql('entries.give_room_back', 'UPDATE entries.entry_types SET taken = taken - $2 WHERE id = $1');
const LEFT = sql('entries.room_left', 'SELECT name, capacity - taken AS left FROM entries.entry_types WHERE id = $1');

interface EndedRow {
  id: string;
  venue_id: string;
  night_id: string;
  customer_id: string;
  lines: Places[];
}

/** {@link Room} by a conditional update of each kind, in the order of their ids so that nobody waits in a circle. */
@Injectable()
export class SqlRoom extends Room {
  async freeDue(tx: Transaction, typeIds: readonly string[], at: Date): Promise<void> {
    const ended = await sqlOf(tx).rows<EndedRow>(END_DUE, [typeIds, at]);
    if (ended.length === 0) return;
    const change = { before: { status: 'PENDING' }, after: { status: 'EXPIRED' } };
    const events = ended.map(({ id: subjectId, venue_id: venueId, night_id: nightId, customer_id }) =>
      domainEvent({
        ...{ type: 'entries.order_ended', venueId, nightId, subjectId, actor: NOBODY },
        ...{ data: { ...change, customer_id }, occurredAt: at },
      }),
    );
    // The wanted kinds are held along, in one pass: a second one would close a circle with whoever holds them meanwhile.
    const wanted = typeIds.map((entryTypeId) => ({ entryTypeId, qty: 0 }));
    await this.giveBack(tx, [...ended.flatMap(({ lines }) => lines), ...wanted]);
    await writeOutbox(tx, events);
  }

  async take(tx: Transaction, places: readonly Places[]): Promise<void> {
    const short = await this.firstShort(tx, places);
    if (short === undefined) return;
    const [row] = await sqlOf(tx).rows<{ name: string; left: number }>(LEFT, [short]);
    throw new DomainError('entry.sold_out', 'conflict', { name: row?.name, left: row?.left });
  }

  async giveBack(tx: Transaction, places: readonly Places[]): Promise<void> {
    await together(...inOrder(places).map(({ entryTypeId, qty }) => sqlOf(tx).rows(GIVE_BACK, [entryTypeId, qty])));
  }

  private async firstShort(tx: Transaction, places: readonly Places[]): Promise<string | undefined> {
    const wanted = inOrder(places);
    const taking = wanted.map(({ entryTypeId, qty }) => sqlOf(tx).count(TAKE, [entryTypeId, qty]));
    const counts = await together<number[]>(...taking);
    return wanted[counts.indexOf(0)]?.entryTypeId;
  }
}

/** One line a kind, sorted. */
function inOrder(places: readonly Places[]): Places[] {
  const sums = new Map<string, number>();
  for (const { entryTypeId, qty } of places) sums.set(entryTypeId, (sums.get(entryTypeId) ?? 0) + qty);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([entryTypeId, qty]) => ({ entryTypeId, qty }));
}
