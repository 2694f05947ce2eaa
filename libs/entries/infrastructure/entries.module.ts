import { Module } from '@nestjs/common';
import { NightsModule } from '@libs/nights/infrastructure';
import { TicketsModule } from '@libs/tickets/infrastructure';
import { WalletModule } from '@libs/wallet/infrastructure';
import {
  AdmitGuests,
  AdmitSale,
  Approvals,
  CodeReader,
  Codes,
  CrossDoor,
  EndOrder,
  EntryTickets,
  GiftPost,
  Houses,
  HandOnEntry,
  IssueEntries,
  KnownGuests,
  ManageEntryTypes,
  ManageGuestLists,
  OnlinePayments,
  PlaceOrder,
  RefundOrder,
  ReturnRefund,
  SettleOrder,
  TurnAway,
  UndoCrossing,
  ValidateEntry,
  Wallets,
} from '../application';
import {
  DoorBook,
  EntryRepository,
  EntryTypeRepository,
  GiftBook,
  GuestListBook,
  OrderRepository,
  RefundBook,
  Room,
} from '../domain';
import { RecognisedGuests, TicketCodeReader } from './door-codes';
import { DoorQueries } from './door.queries';
import { EntryHolding } from './entry-holding';
import { EntryTypeQueries } from './entry-type.queries';
import { EventQueries } from './event.queries';
import { CustomerGiftPost, StaffApprovals, TypedCodes } from './gift-codes';
import { GuestListQueries } from './guest-list.queries';
import { EntryOrderSettler, PagePayments } from './online-payments';
import { OrderClock } from './order-clock';
import { OrderQueries } from './order.queries';
import { ContextEntryTickets, ContextWallets, NightsHouses } from './other-contexts';
import { PaperEntries } from './paper-entries';
import { SqlDoorBook } from './sql-door-book';
import { SqlEntryTypeRepository } from './sql-entry-type.repository';
import { SqlEntryRepository } from './sql-entry.repository';
import { SqlGuestListBook } from './sql-guest-list-book';
import { SqlOrderRepository } from './sql-order.repository';
import { SqlGiftBook, SqlRefundBook } from './sql-refund-book';
import { SqlRoom } from './sql-room';
import { TillEntries } from './till-entries';

const USE_CASES = [
  AdmitGuests,
  AdmitSale,
  CrossDoor,
  EndOrder,
  HandOnEntry,
  IssueEntries,
  ManageEntryTypes,
  ManageGuestLists,
  PlaceOrder,
  RefundOrder,
  ReturnRefund,
  SettleOrder,
  TurnAway,
  UndoCrossing,
  ValidateEntry,
];
const QUERIES = [DoorQueries, EntryTypeQueries, EventQueries, GuestListQueries, OrderQueries, TillEntries];

/** The right to come in: what is sold, who ordered it, who is on a list, and who is inside. */
@Module({
  imports: [NightsModule, TicketsModule, WalletModule],
  providers: [
    { provide: Approvals, useClass: StaffApprovals },
    { provide: Codes, useClass: TypedCodes },
    { provide: GiftBook, useClass: SqlGiftBook },
    { provide: GiftPost, useClass: CustomerGiftPost },
    { provide: RefundBook, useClass: SqlRefundBook },
    { provide: CodeReader, useClass: TicketCodeReader },
    { provide: DoorBook, useClass: SqlDoorBook },
    { provide: EntryRepository, useClass: SqlEntryRepository },
    { provide: EntryTickets, useClass: ContextEntryTickets },
    { provide: EntryTypeRepository, useClass: SqlEntryTypeRepository },
    { provide: GuestListBook, useClass: SqlGuestListBook },
    { provide: Houses, useClass: NightsHouses },
    { provide: KnownGuests, useClass: RecognisedGuests },
    { provide: OnlinePayments, useClass: PagePayments },
    { provide: OrderRepository, useClass: SqlOrderRepository },
    { provide: Room, useClass: SqlRoom },
    { provide: Wallets, useClass: ContextWallets },
    EntryHolding,
    EntryOrderSettler,
    OrderClock,
    PaperEntries,
    ...QUERIES,
    ...USE_CASES,
  ],
  exports: [OrderClock, ...QUERIES, ...USE_CASES],
})
export class EntriesModule {}
