import { Module } from '@nestjs/common';
import { CurrentNight, FindVenue, RunningNights } from '../application';
import { VenueRepository } from '../domain';
import { SqlRunningNights } from './sql-running-nights';
import { SqlVenueRepository } from './sql-venue.repository';

/** Houses and their nights. */
@Module({
  providers: [
    { provide: VenueRepository, useClass: SqlVenueRepository },
    { provide: RunningNights, useClass: SqlRunningNights },
    FindVenue,
    CurrentNight,
  ],
  exports: [FindVenue, CurrentNight],
})
export class NightsModule {}
