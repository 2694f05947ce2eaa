import { Injectable } from '@nestjs/common';
import { DomainError, Transaction } from '@libs/kernel';
import { Sql, sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { EntryType, EntryTypeRepository, EntryTypeState } from '../domain';
import { ENTRY_TYPE_COLUMNS } from './entry-type-rows';

const FIND = sql(
  'entries.find_type',
  `SELECT ${ENTRY_TYPE_COLUMNS} FROM entries.entry_types t WHERE t.venue_id = $1 AND t.id = $2 FOR NO KEY UPDATE`,
);

/** Night and product must be of the house: none is written otherwise. */
const OF_THE_HOUSE = `EXISTS (SELECT FROM nights.nights WHERE id = $3 AND venue_id = $2 AND deleted_at IS NULL)
  AND ($12::uuid IS NULL OR EXISTS (SELECT FROM catalog.products WHERE id = $12 AND venue_id = $2))`;
const ADD = sql(
  'entries.add_type',
  `INSERT INTO entries.entry_types (id, venue_id, night_id, name, description, price, capacity, per_person, sale_starts_at,
     sale_ends_at, code, product_id, position, is_active, version)
   SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 WHERE ${OF_THE_HOUSE} RETURNING id`,
);
const SAVE = sql(
  'entries.save_type',
  `UPDATE entries.entry_types SET name = $4, description = $5, price = $6, capacity = $7, per_person = $8,
     sale_starts_at = $9, sale_ends_at = $10, code = $11, product_id = $12, position = $13, is_active = $14, version = $15
   WHERE id = $1 AND ${OF_THE_HOUSE} RETURNING id`,
);
const NIGHT = sql(
  'entries.night_of_type',
  'SELECT FROM nights.nights WHERE id = $1 AND venue_id = $2 AND deleted_at IS NULL',
);

/** {@link EntryTypeRepository} on Postgres. */
@Injectable()
export class SqlEntryTypeRepository extends EntryTypeRepository {
  async find(tx: Transaction, venueId: string, id: string): Promise<EntryType | undefined> {
    const [state] = await sqlOf(tx).rows<EntryTypeState>(FIND, [venueId, id]);
    return state && EntryType.restore(state);
  }

  add(tx: Transaction, type: EntryType): Promise<void> {
    return this.write(tx, ADD, type);
  }

  save(tx: Transaction, type: EntryType): Promise<void> {
    return this.write(tx, SAVE, type);
  }

  private async write(tx: Transaction, statement: Sql, type: EntryType): Promise<void> {
    const { state } = type;
    const written = await sqlOf(tx)
      .count(statement, [
        ...[state.id, state.venueId, state.nightId, state.name, state.description, state.price, state.capacity],
        ...[state.perPerson, state.saleStartsAt, state.saleEndsAt, state.code, state.productId, state.position],
        ...[state.isActive, state.version],
      ])
      .catch((error: unknown) => {
        if (violates(error, 'entry_types_name_once')) throw new DomainError('entry.name_taken', 'conflict');
        if (violates(error, 'entry_types_one_a_product')) throw new DomainError('entry.product_taken', 'conflict');
        throw error;
      });
    if (written === 0) {
      const hasNight = (await sqlOf(tx).count(NIGHT, [state.nightId, state.venueId])) > 0;
      throw new DomainError(hasNight ? 'entry.product_not_found' : 'entry.night_not_found', 'not_found');
    }
    await writeOutbox(tx, type.pullEvents());
  }
}
