import { Module } from '@nestjs/common';
import { DoorQueries, EntriesModule } from '@libs/entries/infrastructure';
import { registerMessages } from '@libs/platform';
import { CustomersHttpModule } from '../customers/customers.http';
import { StationAnswers } from '../customers/station-answers';
import { DoorController } from './door.controller';
import { DOOR_MESSAGES } from './door.messages';
import { ENTRY_MESSAGES } from './entries.messages';
import { EntryTypesController } from './entry-types.controller';
import { GuestListsController } from './guest-lists.controller';
import { EntryOrdersController } from './orders.controller';
import { OwnEntriesController } from './own-entries.controller';
import { PublicEventsController } from './public.controller';
import { StaffOrdersController } from './staff-orders.controller';

/** Entries over HTTP. */
@Module({
  imports: [EntriesModule, CustomersHttpModule],
  controllers: [
    EntryTypesController,
    PublicEventsController,
    EntryOrdersController,
    StaffOrdersController,
    DoorController,
    GuestListsController,
    OwnEntriesController,
  ],
})
export class EntriesHttpModule {
  constructor(stations: StationAnswers, doors: DoorQueries) {
    registerMessages(ENTRY_MESSAGES);
    registerMessages(DOOR_MESSAGES);
    stations.add('door', 'entries', (caller, customerId) => doors.ofGuest(caller.venueId, customerId));
  }
}
