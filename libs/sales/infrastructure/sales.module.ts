import { Module } from '@nestjs/common';
import { CatalogModule } from '@libs/catalog/infrastructure';
import { EntriesModule } from '@libs/entries/infrastructure';
import { InventoryModule } from '@libs/inventory/infrastructure';
import { NightsModule } from '@libs/nights/infrastructure';
import { TicketsModule } from '@libs/tickets/infrastructure';
import { WalletModule } from '@libs/wallet/infrastructure';
import {
  AcceptCount,
  Admissions,
  Approvals,
  CancelSale,
  ChangePayments,
  CheckDraft,
  CloseSession,
  CountCash,
  GrantCourtesy,
  Guests,
  HandOver,
  Houses,
  ManageRegisters,
  MoveCash,
  OpenSession,
  PlaceSale,
  Prices,
  QuoteSale,
  RegisterSessionReader,
  ResumeSession,
  SaleGuests,
  SaleReader,
  ServeOrder,
  Stock,
  Tickets,
  WalletPayments,
} from '../application';
import { RegisterRepository, RegisterSessionRepository, SaleRepository } from '../domain';
import { DoorAdmissions } from './door-entries';
import { CatalogPrices, ContextTickets, InventoryStock, NightsHouses } from './other-contexts';
import { CustomerGuests, LedgerWalletPayments } from './guest-contexts';
import { GuestSaleQueries } from './guest-sales.queries';
import { BoardQueries } from './board.queries';
import { NightTally } from './night-tally';
import { RegisterQueries } from './register.queries';
import { SaleQueries } from './sale.queries';
import { SqlSaleReader } from './sale-reader';
import { SessionQueries } from './session.queries';
import { SqlRegisterSessionReader } from './session-reader';
import { SessionTotalsQuery } from './session-totals';
import { SqlSaleRepository } from './sql-sale.repository';
import { StaffApprovals } from './staff-approvals';
import { TypeormRegisterRepository } from './typeorm-register.repository';
import { TypeormRegisterSessionRepository } from './typeorm-register-session.repository';

const USE_CASES = [
  AcceptCount,
  CancelSale,
  ChangePayments,
  CheckDraft,
  CloseSession,
  CountCash,
  HandOver,
  ManageRegisters,
  MoveCash,
  OpenSession,
  PlaceSale,
  QuoteSale,
  ResumeSession,
  ServeOrder,
];
const QUERIES = [BoardQueries, GuestSaleQueries, RegisterQueries, SaleQueries, SessionQueries];

/** Tills, their sessions, and sales. */
@Module({
  imports: [CatalogModule, EntriesModule, InventoryModule, NightsModule, TicketsModule, WalletModule],
  providers: [
    { provide: Admissions, useClass: DoorAdmissions },
    { provide: Approvals, useClass: StaffApprovals },
    { provide: Guests, useClass: CustomerGuests },
    { provide: WalletPayments, useClass: LedgerWalletPayments },
    { provide: Houses, useClass: NightsHouses },
    { provide: Prices, useClass: CatalogPrices },
    { provide: Stock, useClass: InventoryStock },
    { provide: Tickets, useClass: ContextTickets },
    { provide: RegisterRepository, useClass: TypeormRegisterRepository },
    { provide: RegisterSessionRepository, useClass: TypeormRegisterSessionRepository },
    { provide: SaleRepository, useClass: SqlSaleRepository },
    SqlSaleReader,
    { provide: SaleReader, useExisting: SqlSaleReader },
    SqlRegisterSessionReader,
    { provide: RegisterSessionReader, useExisting: SqlRegisterSessionReader },
    SessionTotalsQuery,
    NightTally,
    GrantCourtesy,
    SaleGuests,
    ...QUERIES,
    ...USE_CASES,
  ],
  exports: [...QUERIES, ...USE_CASES],
})
export class SalesModule {}
