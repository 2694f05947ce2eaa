import { Injectable } from '@nestjs/common';
import { DomainEvent, Transaction } from '@libs/kernel';
import { Database, sql, sqlOf, writeOutbox } from '@libs/platform';
import { settingsOf, Venue, VenueRepository } from '../domain';

const COLUMNS = 'id, name, ticket_prefix AS "ticketPrefix", time_zone AS "timeZone", settings';
const FIND = sql('nights.venue', `SELECT ${COLUMNS} FROM nights.venues WHERE id = $1`);
const FIND_FOR_CHANGE = sql('nights.venue_for_change', `${FIND.text} FOR UPDATE`);
const UPDATE = sql('nights.update_venue', 'UPDATE nights.venues SET name = $2, settings = $3 WHERE id = $1');

type VenueRow = Omit<Venue, 'settings'> & { settings: Record<string, unknown> };

/** {@link VenueRepository} on Postgres. */
@Injectable()
export class SqlVenueRepository extends VenueRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async find(venueId: string): Promise<Venue | undefined> {
    return (await this.database.rows<VenueRow>(FIND, [venueId])).map(toVenue)[0];
  }

  async findForChange(tx: Transaction, venueId: string): Promise<Venue | undefined> {
    return (await sqlOf(tx).rows<VenueRow>(FIND_FOR_CHANGE, [venueId])).map(toVenue)[0];
  }

  async update(tx: Transaction, venue: Venue, events: readonly DomainEvent[]): Promise<void> {
    await sqlOf(tx).rows(UPDATE, [venue.id, venue.name, JSON.stringify(venue.settings)]);
    await writeOutbox(tx, events);
  }
}

function toVenue(row: VenueRow): Venue {
  return { ...row, settings: settingsOf(row.settings) };
}
