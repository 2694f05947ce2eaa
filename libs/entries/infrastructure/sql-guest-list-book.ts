import { Injectable } from '@nestjs/common';
import { DomainError, DomainEvent, together, Transaction } from '@libs/kernel';
import { sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { GuestAtDoor, GuestListBook, GuestListState, GuestPlan } from '../domain';

const FIND = sql(
  'entries.find_list',
  `SELECT id, venue_id AS "venueId", night_id AS "nightId", name, owner_name AS "ownerName",
     entry_type_id AS "entryTypeId", expires_at AS "expiresAt", is_active AS "isActive", version
   FROM entries.guest_lists WHERE venue_id = $1 AND id = $2 FOR NO KEY UPDATE`,
);
/** Of the same night: nothing else can be sold at its door. */
const TYPE_FITS = `($6::uuid IS NULL OR EXISTS (SELECT FROM entries.entry_types WHERE id = $6 AND venue_id = $2 AND night_id = $3))`;
const ADD = sql(
  'entries.add_list',
  `INSERT INTO entries.guest_lists
     (id, venue_id, night_id, name, owner_name, entry_type_id, expires_at, is_active, version, created_at)
   SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
   WHERE EXISTS (SELECT FROM nights.nights WHERE id = $3 AND venue_id = $2 AND deleted_at IS NULL) AND ${TYPE_FITS}`,
);
const SAVE = sql(
  'entries.save_list',
  `UPDATE entries.guest_lists SET name = $4, owner_name = $5, entry_type_id = $6, expires_at = $7, is_active = $8,
     version = $9 WHERE id = $1 AND venue_id = $2 AND night_id = $3 AND ${TYPE_FITS}`,
);
const NIGHT = sql('entries.night_of_list', 'SELECT FROM nights.nights WHERE id = $1 AND venue_id = $2');
const ADD_GUESTS = sql(
  'entries.add_guests',
  `INSERT INTO entries.guests (id, venue_id, list_id, name, plus, note, created_at)
   SELECT g.id, $1, $2, g.name, g.plus, g.note, $7
   FROM unnest($3::uuid[], $4::text[], $5::int[], $6::text[]) AS g (id, name, plus, note)`,
);
const GUEST = sql(
  'entries.guest_at_door',
  `SELECT g.id, g.list_id AS "listId", g.name, g.plus, g.note, g.arrived, l.name AS "listName", l.night_id AS "nightId",
     l.is_active AS "isActive", l.expires_at AS "expiresAt", coalesce(p.price, t.price) AS price, coalesce(p.name, t.name) AS sells
   FROM entries.guests g JOIN entries.guest_lists l ON l.id = g.list_id
   LEFT JOIN entries.entry_types t ON t.id = l.entry_type_id LEFT JOIN catalog.products p ON p.id = t.product_id
   WHERE g.venue_id = $1 AND g.id = $2 AND g.removed_at IS NULL FOR NO KEY UPDATE OF g`,
);
const SAVE_GUEST = sql(
  'entries.save_guest',
  'UPDATE entries.guests SET name = $2, plus = $3, note = $4, removed_at = $5 WHERE id = $1',
);
const ARRIVE = sql('entries.guests_arrive', 'UPDATE entries.guests SET arrived = arrived + $2 WHERE id = $1');

/** {@link GuestListBook} on Postgres. */
@Injectable()
export class SqlGuestListBook extends GuestListBook {
  async find(tx: Transaction, venueId: string, id: string): Promise<GuestListState | undefined> {
    return (await sqlOf(tx).rows<GuestListState>(FIND, [venueId, id]))[0];
  }

  async add(tx: Transaction, list: GuestListState, at: Date, event: DomainEvent): Promise<void> {
    const added = await sqlOf(tx)
      .count(ADD, [...valuesOf(list), at])
      .catch(nameTaken);
    if (added === 0) {
      const hasNight = (await sqlOf(tx).count(NIGHT, [list.nightId, list.venueId])) > 0;
      throw new DomainError(hasNight ? 'entry.type_not_found' : 'entry.night_not_found', 'not_found');
    }
    await writeOutbox(tx, [event]);
  }

  async save(tx: Transaction, list: GuestListState, event: DomainEvent): Promise<void> {
    const saved = await sqlOf(tx).count(SAVE, valuesOf(list)).catch(nameTaken);
    if (saved === 0) throw new DomainError('entry.type_not_found', 'not_found');
    await writeOutbox(tx, [event]);
  }

  async addGuests(
    tx: Transaction,
    list: GuestListState,
    guests: readonly (GuestPlan & { readonly id: string })[],
    at: Date,
    event: DomainEvent,
  ): Promise<void> {
    await together(
      sqlOf(tx).rows(ADD_GUESTS, [
        ...[list.venueId, list.id],
        guests.map(({ id }) => id),
        guests.map(({ name }) => name),
        guests.map(({ plus }) => plus),
        guests.map(({ note }) => note),
        at,
      ]),
      writeOutbox(tx, [event]),
    );
  }

  async guest(tx: Transaction, venueId: string, id: string): Promise<GuestAtDoor | undefined> {
    return (await sqlOf(tx).rows<GuestAtDoor>(GUEST, [venueId, id]))[0];
  }

  async saveGuest(
    tx: Transaction,
    id: string,
    guest: GuestPlan & { readonly removedAt: Date | null },
    event: DomainEvent,
  ): Promise<void> {
    const { name, plus, note, removedAt } = guest;
    await together(sqlOf(tx).rows(SAVE_GUEST, [id, name, plus, note, removedAt]), writeOutbox(tx, [event]));
  }

  async arrive(tx: Transaction, id: string, people: number): Promise<void> {
    await sqlOf(tx).rows(ARRIVE, [id, people]);
  }
}

function valuesOf(list: GuestListState): unknown[] {
  const { id, venueId, nightId, name, ownerName, entryTypeId, expiresAt, isActive, version } = list;
  return [id, venueId, nightId, name, ownerName, entryTypeId, expiresAt, isActive, version];
}

function nameTaken(error: unknown): never {
  if (violates(error, 'guest_lists_name_once')) throw new DomainError('guestlist.name_taken', 'conflict');
  throw error;
}
