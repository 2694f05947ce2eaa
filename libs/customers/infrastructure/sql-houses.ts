import { Injectable } from '@nestjs/common';
import { DomainError } from '@libs/kernel';
import { Database, sql } from '@libs/platform';
import { House, Houses } from '../application';

const FIND = sql(
  'customers.venues',
  'SELECT id, name FROM nights.venues WHERE $1::uuid IS NULL OR id = $1 ORDER BY id LIMIT 2',
);

/** Reads the houses of the nights. */
@Injectable()
export class SqlHouses extends Houses {
  constructor(private readonly database: Database) {
    super();
  }

  async find(venueId: string | undefined): Promise<House> {
    const [house, another] = await this.database.rows<House>(FIND, [venueId ?? null]);
    if (!house) throw new DomainError('customer.venue_unknown', 'not_found');
    if (another) throw new DomainError('customer.venue_missing', 'invalid');
    return house;
  }
}
