import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { WalletModule, WalletQueries } from '@libs/wallet/infrastructure';
import { CustomersHttpModule } from '../customers/customers.http';
import { StationAnswers } from '../customers/station-answers';
import { toGuestWallet } from './guest-wallet.dto';
import { WalletController } from './wallet.controller';
import { WALLET_MESSAGES } from './wallet.messages';

/** Wallets over HTTP. */
@Module({ imports: [WalletModule, CustomersHttpModule], controllers: [WalletController] })
export class WalletHttpModule {
  constructor(stations: StationAnswers, wallets: WalletQueries) {
    registerMessages(WALLET_MESSAGES);
    stations.add('register', 'wallet', async (caller, customerId) =>
      toGuestWallet(await wallets.accounts(caller.venueId, customerId)),
    );
  }
}
