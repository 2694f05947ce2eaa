import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { WalletModule, WalletQueries } from '@libs/wallet/infrastructure';
import { CustomersHttpModule } from '../customers/customers.http';
import { StationAnswers } from '../customers/station-answers';
import { toGuestWallet } from './guest-wallet.dto';
import { OwnWalletController } from './own-wallet.controller';
import { PointRulesController } from './point-rules.controller';
import { PointsController } from './points.controller';
import { POINTS_MESSAGES } from './points.messages';
import { SalePointsController } from './sale-points.controller';
import { TiersController } from './tiers.controller';
import { TillTopUpsController } from './till-top-ups.controller';
import { WalletController } from './wallet.controller';
import { WALLET_MESSAGES } from './wallet.messages';

/** Wallets over HTTP. */
@Module({
  imports: [WalletModule, CustomersHttpModule],
  controllers: [
    OwnWalletController,
    TillTopUpsController,
    WalletController,
    PointRulesController,
    TiersController,
    PointsController,
    SalePointsController,
  ],
})
export class WalletHttpModule {
  constructor(stations: StationAnswers, wallets: WalletQueries) {
    registerMessages(WALLET_MESSAGES);
    registerMessages(POINTS_MESSAGES);
    stations.add('register', 'wallet', async (caller, customerId) =>
      toGuestWallet(await wallets.accounts(caller.venueId, customerId)),
    );
  }
}
