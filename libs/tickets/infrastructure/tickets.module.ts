import { Module } from '@nestjs/common';
import { NightsModule } from '@libs/nights/infrastructure';
import {
  AddBar,
  AllowTicket,
  BarRepository,
  ChangeBar,
  ClaimAttempts,
  ClaimFollowers,
  ClaimTicket,
  DeliverTicket,
  Guests,
  Houses,
  IssueTicket,
  PrintTicket,
  RefuseTicket,
  RegisterPrinters,
  ScanTicket,
  ShowGuestTickets,
  TicketCounter,
  TicketPrinter,
  TicketRepository,
  TicketSeal,
  UndoDelivery,
  VoidTicket,
} from '../application';
import { AccountGuests } from './account-guests';
import { EscposTicketPrinter } from './escpos-ticket-printer';
import { GuestTicketQueries } from './guest-tickets.queries';
import { HmacTicketSeal } from './hmac-ticket-seal';
import { SqlBarRepository } from './sql-bar.repository';
import { SqlClaimAttempts } from './sql-claim-attempts';
import { SqlRegisterPrinters } from './sql-register-printers';
import { SqlTicketCounter } from './sql-ticket-counter';
import { SqlTicketRepository } from './sql-ticket.repository';
import { BarQueries } from './bars.queries';
import { TicketHolding } from './ticket-holding';
import { TicketQueries } from './tickets.queries';
import { VenueHouses } from './venue-houses';

const USE_CASES = [
  AddBar,
  AllowTicket,
  ChangeBar,
  ClaimTicket,
  DeliverTicket,
  IssueTicket,
  PrintTicket,
  RefuseTicket,
  ScanTicket,
  ShowGuestTickets,
  UndoDelivery,
  VoidTicket,
];

/** The tickets context: what others may do with tickets, and how it is done here. */
@Module({
  imports: [NightsModule],
  providers: [
    { provide: BarRepository, useClass: SqlBarRepository },
    { provide: ClaimAttempts, useClass: SqlClaimAttempts },
    { provide: Guests, useClass: AccountGuests },
    { provide: Houses, useClass: VenueHouses },
    { provide: RegisterPrinters, useClass: SqlRegisterPrinters },
    { provide: TicketCounter, useClass: SqlTicketCounter },
    { provide: TicketPrinter, useClass: EscposTicketPrinter },
    { provide: TicketRepository, useClass: SqlTicketRepository },
    { provide: TicketSeal, useClass: HmacTicketSeal },
    BarQueries,
    ClaimFollowers,
    GuestTicketQueries,
    TicketHolding,
    TicketQueries,
    ...USE_CASES,
  ],
  exports: [BarQueries, ClaimFollowers, GuestTicketQueries, TicketQueries, TicketSeal, ...USE_CASES],
})
export class TicketsModule {}
