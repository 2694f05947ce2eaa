import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { CustomerAccessController } from './access.controller';
import { CustomerAddressController } from './address.controller';
import { CustomersController } from './customers.controller';
import { CUSTOMERS_MESSAGES } from './customers.messages';
import { GuestsController } from './guests.controller';
import { GUESTS_MESSAGES } from './guests.messages';
import { CustomerProfileController } from './profile.controller';
import { StationAnswers } from './station-answers';
import { TokenAnswers } from './token-answers';

/** The customers context over HTTP. */
@Module({
  providers: [StationAnswers, TokenAnswers],
  controllers: [
    CustomerAccessController,
    CustomerAddressController,
    CustomerProfileController,
    GuestsController,
    CustomersController,
  ],
  exports: [StationAnswers],
})
export class CustomersHttpModule {
  constructor() {
    registerMessages(CUSTOMERS_MESSAGES);
    registerMessages(GUESTS_MESSAGES);
  }
}
