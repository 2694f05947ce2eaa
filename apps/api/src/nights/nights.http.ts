import { Module } from '@nestjs/common';
import { NightsModule } from '@libs/nights/infrastructure';
import { registerMessages } from '@libs/platform';
import { NightStatesController } from './night-states.controller';
import { NightsController } from './nights.controller';
import { NIGHTS_MESSAGES } from './nights.messages';
import { VenueController } from './venue.controller';

/** The nights context over HTTP. */
@Module({ imports: [NightsModule], controllers: [VenueController, NightsController, NightStatesController] })
export class NightsHttpModule {
  constructor() {
    registerMessages(NIGHTS_MESSAGES);
  }
}
