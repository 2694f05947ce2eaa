import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { RewardsModule } from '@libs/rewards/infrastructure';
import { TicketsModule } from '@libs/tickets/infrastructure';
import { RewardCatalogueController } from './reward-catalogue.controller';
import { RewardsController } from './rewards.controller';
import { REWARDS_MESSAGES } from './rewards.messages';

/** Rewards over HTTP. */
@Module({ imports: [RewardsModule, TicketsModule], controllers: [RewardsController, RewardCatalogueController] })
export class RewardsHttpModule {
  constructor() {
    registerMessages(REWARDS_MESSAGES);
  }
}
