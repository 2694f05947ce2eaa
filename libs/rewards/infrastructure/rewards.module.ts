import { Module } from '@nestjs/common';
import { CatalogModule } from '@libs/catalog/infrastructure';
import { InventoryModule } from '@libs/inventory/infrastructure';
import { NightsModule } from '@libs/nights/infrastructure';
import { TicketsModule } from '@libs/tickets/infrastructure';
import { WalletModule } from '@libs/wallet/infrastructure';
import {
  AddReward,
  ChangeReward,
  Nights,
  Points,
  Products,
  RedeemReward,
  Stock,
  Tickets,
  UndoRedemption,
} from '../application';
import { RewardBook } from '../domain';
import { CatalogProducts, ContextTickets, InventoryStock, OpenNights, WalletPoints } from './other-contexts';
import { RewardHolding } from './reward-holding';
import { RewardQueries } from './rewards.queries';
import { SqlRewardBook } from './sql-reward-book';

const USE_CASES = [AddReward, ChangeReward, RedeemReward, UndoRedemption];

/** What guests get for their points. */
@Module({
  imports: [CatalogModule, InventoryModule, NightsModule, TicketsModule, WalletModule],
  providers: [
    { provide: RewardBook, useClass: SqlRewardBook },
    { provide: Nights, useClass: OpenNights },
    { provide: Points, useClass: WalletPoints },
    { provide: Products, useClass: CatalogProducts },
    { provide: Stock, useClass: InventoryStock },
    { provide: Tickets, useClass: ContextTickets },
    RewardHolding,
    RewardQueries,
    ...USE_CASES,
  ],
  exports: [RewardQueries, ...USE_CASES],
})
export class RewardsModule {}
