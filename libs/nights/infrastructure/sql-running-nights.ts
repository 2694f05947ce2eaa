import { Injectable } from '@nestjs/common';
import { Database, sql } from '@libs/platform';
import { RunningNight, RunningNights } from '../application';

const FIND = sql(
  'nights.running',
  `SELECT id, name, status, opened_at AS "openedAt" FROM nights.nights
   WHERE venue_id = $1 AND status IN ('OPEN', 'CLOSING')`,
);

/** {@link RunningNights}; the unique index keeps it to one. */
@Injectable()
export class SqlRunningNights extends RunningNights {
  constructor(private readonly database: Database) {
    super();
  }

  async find(venueId: string): Promise<RunningNight | undefined> {
    const [night] = await this.database.rows<RunningNight>(FIND, [venueId]);
    return night;
  }
}
