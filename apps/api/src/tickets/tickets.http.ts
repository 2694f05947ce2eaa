import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { ShowGuestTickets } from '@libs/tickets/application';
import { TicketsModule } from '@libs/tickets/infrastructure';
import { CustomersHttpModule } from '../customers/customers.http';
import { StationAnswers } from '../customers/station-answers';
import { BarsController } from './bars.controller';
import { TicketsController } from './tickets.controller';
import { GuestTicketsController } from './guest-tickets.controller';
import { toTicket } from './tickets.dto';
import { TICKETS_MESSAGES } from './tickets.messages';

/** The tickets context over HTTP. */
@Module({
  imports: [TicketsModule, CustomersHttpModule],
  controllers: [BarsController, GuestTicketsController, TicketsController],
})
export class TicketsHttpModule {
  constructor(stations: StationAnswers, guestTickets: ShowGuestTickets) {
    registerMessages(TICKETS_MESSAGES);
    stations.add('bar', 'tickets', async (caller, customerId) =>
      (await guestTickets.execute(caller, customerId)).map(toTicket),
    );
  }
}
