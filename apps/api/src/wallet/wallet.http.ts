import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { WalletModule } from '@libs/wallet/infrastructure';
import { OwnWalletController } from './own-wallet.controller';
import { TillTopUpsController } from './till-top-ups.controller';
import { WalletController } from './wallet.controller';
import { WALLET_MESSAGES } from './wallet.messages';

/** Wallets over HTTP. */
@Module({ imports: [WalletModule], controllers: [OwnWalletController, TillTopUpsController, WalletController] })
export class WalletHttpModule {
  constructor() {
    registerMessages(WALLET_MESSAGES);
  }
}
