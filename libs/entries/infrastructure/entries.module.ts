import { Module } from '@nestjs/common';
import { NightsModule } from '@libs/nights/infrastructure';
import { TicketsModule } from '@libs/tickets/infrastructure';
import { WalletModule } from '@libs/wallet/infrastructure';
import {
  CodeReader,
  CrossDoor,
  EndOrder,
  EntryTickets,
  Houses,
  IssueEntries,
  KnownGuests,
  ManageEntryTypes,
  OnlinePayments,
  PlaceOrder,
  ReturnRefund,
  SettleOrder,
  TurnAway,
  UndoCrossing,
  ValidateEntry,
  Wallets,
} from '../application';
import { DoorBook, EntryRepository, EntryTypeRepository, OrderRepository, Room } from '../domain';
import { RecognisedGuests, TicketCodeReader } from './door-codes';
import { DoorQueries } from './door.queries';
import { EntryTypeQueries } from './entry-type.queries';
import { EventQueries } from './event.queries';
import { EntryOrderSettler, PagePayments } from './online-payments';
import { OrderClock } from './order-clock';
import { OrderQueries } from './order.queries';
import { ContextEntryTickets, ContextWallets, NightsHouses } from './other-contexts';
import { SqlDoorBook } from './sql-door-book';
import { SqlEntryTypeRepository } from './sql-entry-type.repository';
import { SqlEntryRepository } from './sql-entry.repository';
import { SqlOrderRepository } from './sql-order.repository';
import { SqlRoom } from './sql-room';

const USE_CASES = [
  CrossDoor,
  EndOrder,
  IssueEntries,
  ManageEntryTypes,
  PlaceOrder,
  ReturnRefund,
  SettleOrder,
  TurnAway,
  UndoCrossing,
  ValidateEntry,
];
const QUERIES = [DoorQueries, EntryTypeQueries, EventQueries, OrderQueries];

/** The right to come in: what is sold, who ordered it, who is on a list, and who is inside. */
@Module({
  imports: [NightsModule, TicketsModule, WalletModule],
  providers: [
    { provide: CodeReader, useClass: TicketCodeReader },
    { provide: DoorBook, useClass: SqlDoorBook },
    { provide: EntryRepository, useClass: SqlEntryRepository },
    { provide: EntryTickets, useClass: ContextEntryTickets },
    { provide: EntryTypeRepository, useClass: SqlEntryTypeRepository },
    { provide: Houses, useClass: NightsHouses },
    { provide: KnownGuests, useClass: RecognisedGuests },
    { provide: OnlinePayments, useClass: PagePayments },
    { provide: OrderRepository, useClass: SqlOrderRepository },
    { provide: Room, useClass: SqlRoom },
    { provide: Wallets, useClass: ContextWallets },
    EntryOrderSettler,
    OrderClock,
    ...QUERIES,
    ...USE_CASES,
  ],
  exports: [OrderClock, ...QUERIES, ...USE_CASES],
})
export class EntriesModule {}
