import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { WalletModule } from '@libs/wallet/infrastructure';
import { PointRulesController } from './point-rules.controller';
import { PointsController } from './points.controller';
import { POINTS_MESSAGES } from './points.messages';
import { TiersController } from './tiers.controller';
import { WalletController } from './wallet.controller';
import { WALLET_MESSAGES } from './wallet.messages';

/** Wallets over HTTP. */
@Module({
  imports: [WalletModule],
  controllers: [WalletController, PointRulesController, TiersController, PointsController],
})
export class WalletHttpModule {
  constructor() {
    registerMessages(WALLET_MESSAGES);
    registerMessages(POINTS_MESSAGES);
  }
}
