import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { CustomerAccessController } from './access.controller';
import { CustomerAddressController } from './address.controller';
import { CustomersController } from './customers.controller';
import { CUSTOMERS_MESSAGES } from './customers.messages';
import { CustomerProfileController } from './profile.controller';
import { TokenAnswers } from './token-answers';

/** The customers context over HTTP. */
@Module({
  providers: [TokenAnswers],
  controllers: [CustomerAccessController, CustomerAddressController, CustomerProfileController, CustomersController],
})
export class CustomersHttpModule {
  constructor() {
    registerMessages(CUSTOMERS_MESSAGES);
  }
}
