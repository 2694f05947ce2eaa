import { Injectable } from '@nestjs/common';
import { Database, sql } from '@libs/platform';

const ALL = sql(
  'tickets.bars',
  'SELECT id, name, location_id, is_active FROM tickets.bars WHERE venue_id = $1 ORDER BY is_active DESC, name',
);
const ACTIVE = sql(
  'tickets.active_bars',
  'SELECT id, name, location_id, is_active FROM tickets.bars WHERE venue_id = $1 AND is_active ORDER BY name',
);

export interface BarRow {
  readonly id: string;
  readonly name: string;
  readonly location_id: string;
  readonly is_active: boolean;
}

/** Bars as screens list them. */
@Injectable()
export class BarQueries {
  constructor(private readonly database: Database) {}

  /** All of them, the open ones first. */
  all(venueId: string): Promise<BarRow[]> {
    return this.database.rows(ALL, [venueId]);
  }

  /** Those that one can work at. */
  active(venueId: string): Promise<BarRow[]> {
    return this.database.rows(ACTIVE, [venueId]);
  }
}
