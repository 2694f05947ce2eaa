import { Module } from '@nestjs/common';
import { IssueTicket, TicketRepository, TicketSeal, VoidTicket } from '../application';
import { HmacTicketSeal } from './hmac-ticket-seal';
import { SqlTicketRepository } from './sql-ticket.repository';

/** The tickets context: what others may do with tickets, and how it is done here. */
@Module({
  providers: [
    { provide: TicketSeal, useClass: HmacTicketSeal },
    { provide: TicketRepository, useClass: SqlTicketRepository },
    IssueTicket,
    VoidTicket,
  ],
  exports: [IssueTicket, VoidTicket],
})
export class TicketsModule {}
