import { Module } from '@nestjs/common';
import {
  ChangeNight,
  ChangeVenue,
  CloseNight,
  CurrentNight,
  DeleteNight,
  FindVenue,
  NightGate,
  OpenNight,
  PlanNight,
  PrepareNight,
  RunningNights,
  StartClosingNight,
  TickChecklist,
} from '../application';
import { NightRepository, VenueRepository } from '../domain';
import { NightQueries } from './nights.queries';
import { SqlNightGate } from './sql-night-gate';
import { SqlRunningNights } from './sql-running-nights';
import { SqlVenueRepository } from './sql-venue.repository';
import { TypeormNightRepository } from './typeorm-night.repository';

const ACTS = [
  ChangeNight,
  ChangeVenue,
  CloseNight,
  CurrentNight,
  DeleteNight,
  FindVenue,
  OpenNight,
  PlanNight,
  PrepareNight,
  StartClosingNight,
  TickChecklist,
];

/** Houses and their nights. */
@Module({
  providers: [
    { provide: VenueRepository, useClass: SqlVenueRepository },
    { provide: NightRepository, useClass: TypeormNightRepository },
    { provide: RunningNights, useClass: SqlRunningNights },
    { provide: NightGate, useClass: SqlNightGate },
    NightQueries,
    ...ACTS,
  ],
  exports: [NightQueries, ...ACTS],
})
export class NightsModule {}
