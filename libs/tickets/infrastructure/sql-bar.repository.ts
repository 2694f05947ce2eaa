import { Injectable } from '@nestjs/common';
import { DomainError, DomainEvent, Transaction } from '@libs/kernel';
import { Sql, sql, sqlOf, violates, writeOutbox } from '@libs/platform';
import { Bar, BarRepository } from '../application';

const ADD = sql(
  'tickets.add_bar',
  `INSERT INTO tickets.bars (id, venue_id, name, location_id, is_active)
   SELECT $1, $2, $3, l.id, $5 FROM inventory.stock_locations l WHERE l.id = $4 AND l.venue_id = $2`,
);
const TAKE = sql(
  'tickets.take_bar',
  'SELECT name, location_id, is_active FROM tickets.bars WHERE id = $1 AND venue_id = $2 FOR NO KEY UPDATE',
);
const CHANGE = sql(
  'tickets.change_bar',
  `UPDATE tickets.bars b SET name = $3, location_id = l.id, is_active = $5
   FROM inventory.stock_locations l WHERE b.id = $1 AND b.venue_id = $2 AND l.id = $4 AND l.venue_id = $2`,
);

/** {@link BarRepository} in SQL; a bar's location must be of its venue. */
@Injectable()
export class SqlBarRepository extends BarRepository {
  add(tx: Transaction, bar: Bar, events: readonly DomainEvent[]): Promise<void> {
    return this.write(tx, ADD, bar, events);
  }

  async take(tx: Transaction, id: string, venueId: string): Promise<Bar | undefined> {
    const [row] = await sqlOf(tx).rows<{ name: string; location_id: string; is_active: boolean }>(TAKE, [id, venueId]);
    return row && { id, venueId, name: row.name, locationId: row.location_id, isActive: row.is_active };
  }

  change(tx: Transaction, bar: Bar, events: readonly DomainEvent[]): Promise<void> {
    return this.write(tx, CHANGE, bar, events);
  }

  private async write(tx: Transaction, statement: Sql, bar: Bar, events: readonly DomainEvent[]): Promise<void> {
    const { id, venueId, name, locationId, isActive } = bar;
    try {
      const written = await sqlOf(tx).count(statement, [id, venueId, name, locationId, isActive]);
      if (written === 0) throw new DomainError('bar.location_unknown', 'not_found');
    } catch (error) {
      if (violates(error, 'bars_venue_id_name_key')) throw new DomainError('bar.name_taken', 'conflict', { name });
      throw error;
    }
    await writeOutbox(tx, events);
  }
}
