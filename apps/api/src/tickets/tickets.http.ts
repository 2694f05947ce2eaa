import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { TicketsModule } from '@libs/tickets/infrastructure';
import { BarsController } from './bars.controller';
import { TicketsController } from './tickets.controller';
import { TICKETS_MESSAGES } from './tickets.messages';

/** The tickets context over HTTP. */
@Module({ imports: [TicketsModule], controllers: [BarsController, TicketsController] })
export class TicketsHttpModule {
  constructor() {
    registerMessages(TICKETS_MESSAGES);
  }
}
