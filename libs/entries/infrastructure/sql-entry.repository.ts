import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { sql, sqlOf, writeOutbox } from '@libs/platform';
import { EntryRepository, EntryState, NewEntry } from '../domain';

const ADD = sql(
  'entries.add_entries',
  `INSERT INTO entries.entries (id, venue_id, night_id, entry_type_id, order_id, sale_id, paid_amount, customer_id, given_from,
     created_at)
   SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::uuid[],
     $9::uuid[], $10::timestamptz[])`,
);

const STATE = `SELECT e.id, e.venue_id AS "venueId", e.night_id AS "nightId", e.entry_type_id AS "entryTypeId",
    e.order_id AS "orderId", e.sale_id AS "saleId", e.paid_amount AS "paidAmount", e.customer_id AS "customerId",
    e.given_from AS "givenFrom", e.created_at AS "createdAt", e.checked_in_at AS "checkedInAt", e.is_inside AS "isInside",
    e.voided_at AS "voidedAt"
  FROM entries.entries e`;
const lockBy = (name: string, condition: string) =>
  sql(`entries.lock_${name}`, `${STATE} WHERE ${condition} ORDER BY e.id FOR NO KEY UPDATE`);
const OF_SALE = lockBy('entries_of_sale', 'e.venue_id = $1 AND e.sale_id = $2 AND e.voided_at IS NULL');
const OF_ORDER = lockBy('entries_of_order', 'e.order_id = $1 AND e.customer_id = $2 AND e.voided_at IS NULL');
const OWN = lockBy(
  'own_entry',
  'e.customer_id = $1 AND (e.id = $2::uuid OR e.number = $3::bigint) AND e.voided_at IS NULL',
);
const ONE = lockBy('entry', 'e.venue_id = $1 AND e.id = $2');
const VOID = sql(
  'entries.void',
  'UPDATE entries.entries SET voided_at = $3, void_reason = $2 WHERE id = ANY ($1::uuid[])',
);
const GIVE = sql(
  'entries.give',
  `UPDATE entries.entries SET customer_id = $3
   WHERE venue_id = $1 AND id = $2 AND customer_id IS NULL AND voided_at IS NULL`,
);

/** {@link EntryRepository} on Postgres. */
@Injectable()
export class SqlEntryRepository extends EntryRepository {
  async add(tx: Transaction, entries: readonly NewEntry[]): Promise<void> {
    await sqlOf(tx).rows(ADD, [
      entries.map((entry) => entry.id),
      entries.map((entry) => entry.venueId),
      entries.map((entry) => entry.nightId),
      entries.map((entry) => entry.entryTypeId),
      entries.map((entry) => entry.orderId),
      entries.map((entry) => entry.saleId),
      entries.map((entry) => entry.paidAmount),
      entries.map((entry) => entry.customerId),
      entries.map((entry) => entry.givenFrom),
      entries.map((entry) => entry.createdAt),
    ]);
  }

  lockOfSale(tx: Transaction, venueId: string, saleId: string): Promise<EntryState[]> {
    return sqlOf(tx).rows(OF_SALE, [venueId, saleId]);
  }

  lockOfOrder(tx: Transaction, orderId: string, customerId: string): Promise<EntryState[]> {
    return sqlOf(tx).rows(OF_ORDER, [orderId, customerId]);
  }

  async lockOwn(tx: Transaction, customerId: string, id: string | number): Promise<EntryState | undefined> {
    const names = typeof id === 'string' ? [id, null] : [null, id];
    return (await sqlOf(tx).rows<EntryState>(OWN, [customerId, ...names]))[0];
  }

  async lock(tx: Transaction, venueId: string, id: string): Promise<EntryState | undefined> {
    return (await sqlOf(tx).rows<EntryState>(ONE, [venueId, id]))[0];
  }

  async void(tx: Transaction, ids: readonly string[], reason: string, at: Date): Promise<void> {
    await sqlOf(tx).rows(VOID, [ids, reason, at]);
  }

  async give(tx: Transaction, venueId: string, id: string, customerId: string): Promise<void> {
    await sqlOf(tx).rows(GIVE, [venueId, id, customerId]);
  }

  publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    return writeOutbox(tx, events);
  }
}
