import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { sql, sqlOf, writeOutbox } from '@libs/platform';
import { EntryRepository, NewEntry } from '../domain';

const ADD = sql(
  'entries.add_entries',
  `INSERT INTO entries.entries (id, venue_id, night_id, entry_type_id, order_id, sale_id, paid_amount, customer_id, given_from,
     created_at)
   SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::uuid[],
     $9::uuid[], $10::timestamptz[])`,
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

  publish(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    return writeOutbox(tx, events);
  }
}
