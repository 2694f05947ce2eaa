import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { DomainError, Transaction } from '@libs/kernel';
import { sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { Night, NightRepository } from '../domain';
import { NIGHTS } from './tables';

const LOCK = sql('nights.lock_night', 'SELECT 1 FROM nights.nights WHERE venue_id = $1 AND id = $2 FOR UPDATE');
const STRANGERS = sql(
  'nights.strangers',
  `SELECT asked.id FROM unnest($2::uuid[]) AS asked (id)
   WHERE NOT EXISTS (SELECT 1 FROM staff.employees e WHERE e.id = asked.id AND e.venue_id = $1)`,
);

/** {@link NightRepository} on Postgres. */
@Injectable()
export class TypeormNightRepository extends NightRepository {
  async find(tx: Transaction, venueId: string, nightId: string): Promise<Night | undefined> {
    await sqlOf(tx).rows(LOCK, [venueId, nightId]);
    const state = await sqlOf(tx).manager.findOneBy(NIGHTS, { id: nightId, venueId, deletedAt: IsNull() });
    return state ? Night.restore(state) : undefined;
  }

  async otherRunning(tx: Transaction, night: Night): Promise<{ id: string; name: string } | undefined> {
    const { id, venueId } = night.state;
    const where = { venueId, id: Not(id), status: In(['OPEN', 'CLOSING']) };
    return (await sqlOf(tx).manager.findOne(NIGHTS, { select: { id: true, name: true }, where })) ?? undefined;
  }

  async strangers(tx: Transaction, venueId: string, employeeIds: readonly string[]): Promise<string[]> {
    const rows = await sqlOf(tx).rows<{ id: string }>(STRANGERS, [venueId, employeeIds]);
    return rows.map((row) => row.id);
  }

  async add(tx: Transaction, night: Night): Promise<void> {
    await sqlOf(tx).manager.createQueryBuilder().insert().into(NIGHTS).values(night.state).execute();
    await writeOutbox(tx, night.pullEvents());
  }

  async update(tx: Transaction, night: Night): Promise<void> {
    const { id, ...columns } = night.state;
    try {
      await sqlOf(tx).manager.createQueryBuilder().update(NIGHTS).set(columns).where({ id }).execute();
    } catch (error) {
      if (violates(error, 'nights_one_open')) throw new DomainError('night.other_open', 'conflict');
      throw error;
    }
    await writeOutbox(tx, night.pullEvents());
  }
}
