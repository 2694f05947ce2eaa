import { DynamicModule, Module } from '@nestjs/common';
import { Clock } from '@libs/kernel';
import { AppConfig, Log, PlatformModule } from '@libs/platform';
import { CATALOG_TABLES } from '@libs/catalog/infrastructure';
import { CustomersModule } from '@libs/customers/infrastructure';
import { INVENTORY_TABLES } from '@libs/inventory/infrastructure';
import { NIGHTS_TABLES } from '@libs/nights/infrastructure';
import { PaymentDeskModule } from '@libs/payments/infrastructure';
import { SALES_TABLES } from '@libs/sales/infrastructure';
import { StaffModule } from '@libs/staff/infrastructure';
import { AuditHttpModule } from './audit/audit.http';
import { CatalogHttpModule } from './catalog/catalog.http';
import { CustomersHttpModule } from './customers/customers.http';
import { EntriesHttpModule } from './entries/entries.http';
import { InventoryHttpModule } from './inventory/inventory.http';
import { NightsHttpModule } from './nights/nights.http';
import { PaymentsHttpModule } from './payments/payments.http';
import { ReportsHttpModule } from './reports/reports.http';
import { RewardsHttpModule } from './rewards/rewards.http';
import { SalesHttpModule } from './sales/sales.http';
import { StaffHttpModule } from './staff/staff.http';
import { TicketsHttpModule } from './tickets/tickets.http';
import { WalletHttpModule } from './wallet/wallet.http';

/** The composition root: every context's module and its controllers. */
@Module({})
export class AppModule {
  static with(config: AppConfig, log: Log, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(
          config,
          log,
          [...NIGHTS_TABLES, ...CATALOG_TABLES, ...INVENTORY_TABLES, ...SALES_TABLES],
          clock,
        ),
        StaffModule,
        PaymentDeskModule,
        CustomersModule,
        // Routes are looked through in this order: what a night asks for most comes first.
        SalesHttpModule,
        TicketsHttpModule,
        StaffHttpModule,
        AuditHttpModule,
        NightsHttpModule,
        CatalogHttpModule,
        InventoryHttpModule,
        PaymentsHttpModule,
        ReportsHttpModule,
        CustomersHttpModule,
        WalletHttpModule,
        RewardsHttpModule,
        EntriesHttpModule,
      ],
    };
  }
}
