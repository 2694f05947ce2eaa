import { Injectable } from '@nestjs/common';
import { DomainError, DomainEvent, Transaction } from '@libs/kernel';
import { sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { Register, RegisterRepository } from '../domain';
import { RegisterTable } from './tables';

const IN_USE = sql(
  'sales.register_in_use',
  `SELECT EXISTS (SELECT FROM sales.register_sessions WHERE register_id = $1 AND status <> 'CLOSED') AS in_use`,
);
const OWN_LOCATION = sql(
  'sales.own_location',
  'SELECT id FROM inventory.stock_locations WHERE id = $1 AND venue_id = $2',
);

/** {@link RegisterRepository} with TypeORM. */
@Injectable()
export class TypeormRegisterRepository extends RegisterRepository {
  async lock(tx: Transaction, venueId: string, id: string): Promise<Register & { readonly isInUse: boolean }> {
    const bound = sqlOf(tx);
    const row = await bound.manager
      .getRepository(RegisterTable)
      .createQueryBuilder('register')
      .setLock('pessimistic_write')
      .where('register.id = :id AND register.venueId = :venueId', { id, venueId })
      .getOne();
    if (!row) throw new DomainError('register.not_found', 'not_found');
    const [use] = await bound.rows<{ in_use: boolean }>(IN_USE, [id]);
    const { lastZNumber: _lastZNumber, ...register } = row;
    return { ...register, isInUse: use?.in_use === true };
  }

  async add(tx: Transaction, register: Register, event: DomainEvent): Promise<void> {
    await this.write(tx, register, event, async () => {
      await sqlOf(tx).manager.insert(RegisterTable, { ...mutable(register), lastZNumber: 0 });
    });
  }

  async change(tx: Transaction, register: Register, event: DomainEvent): Promise<void> {
    await this.write(tx, register, event, async () => {
      const { id, ...row } = mutable(register);
      await sqlOf(tx).manager.createQueryBuilder().update(RegisterTable).set(row).where({ id }).execute();
    });
  }

  private async write(
    tx: Transaction,
    register: Register,
    event: DomainEvent,
    statement: () => Promise<void>,
  ): Promise<void> {
    // The foreign key alone would accept another venue's location.
    const own = await sqlOf(tx).rows(OWN_LOCATION, [register.locationId, register.venueId]);
    if (own.length === 0) throw new DomainError('register.location_unknown', 'not_found');
    try {
      await statement();
    } catch (error) {
      if (violates(error, 'registers_venue_id_name_key')) throw new DomainError('register.name_taken', 'conflict');
      throw error;
    }
    await writeOutbox(tx, [event]);
  }
}

/** TypeORM's row types are arrays that may be written to. */
function mutable(register: Register) {
  return {
    ...register,
    allowedCategoryIds: [...register.allowedCategoryIds],
    allowedMethods: [...register.allowedMethods],
  };
}
