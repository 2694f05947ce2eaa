import { Injectable } from '@nestjs/common';
import { Database, sql } from '@libs/platform';
import { Bars } from '../application';

const IS_OPEN = sql('staff.bar', 'SELECT id FROM tickets.bars WHERE venue_id = $1 AND id = $2 AND is_active');

/** Reads the bars of the tickets. */
@Injectable()
export class SqlBars extends Bars {
  constructor(private readonly database: Database) {
    super();
  }

  async isOpen(venueId: string, barId: string): Promise<boolean> {
    return (await this.database.rows(IS_OPEN, [venueId, barId])).length > 0;
  }
}
