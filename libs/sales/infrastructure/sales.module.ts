import { Module } from '@nestjs/common';
import { CatalogModule } from '@libs/catalog/infrastructure';
import { InventoryModule } from '@libs/inventory/infrastructure';
import { NightsModule } from '@libs/nights/infrastructure';
import { TicketsModule } from '@libs/tickets/infrastructure';
import {
  Approvals,
  CancelSale,
  ChangePayments,
  CheckDraft,
  CloseSession,
  CountCash,
  GrantCourtesy,
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
  SaleReader,
  ServeOrder,
  Stock,
  Tickets,
} from '../application';
import { RegisterRepository, RegisterSessionRepository, SaleRepository } from '../domain';
import { CatalogPrices, ContextTickets, InventoryStock, NightsHouses } from './other-contexts';
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
const QUERIES = [BoardQueries, RegisterQueries, SaleQueries, SessionQueries];

/** Tills, their sessions, and sales. */
@Module({
  imports: [CatalogModule, InventoryModule, NightsModule, TicketsModule],
  providers: [
    { provide: Approvals, useClass: StaffApprovals },
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
    ...QUERIES,
    ...USE_CASES,
  ],
  exports: [...QUERIES, ...USE_CASES],
})
export class SalesModule {}
