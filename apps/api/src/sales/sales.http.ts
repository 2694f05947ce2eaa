import { Module } from '@nestjs/common';
import { registerMessages } from '@libs/platform';
import { SalesModule } from '@libs/sales/infrastructure';
import { GuestSalesController } from './guest-sales.controller';
import { RegisterSessionsController } from './register-sessions.controller';
import { RegistersController } from './registers.controller';
import { SalesController } from './sales.controller';
import { SALES_MESSAGES } from './sales.messages';
import { SESSION_MESSAGES } from './session.messages';

/** Tills, their sessions and sales over HTTP. */
@Module({
  imports: [SalesModule],
  // What guests ask for has fixed names: before the ids.
  controllers: [RegistersController, RegisterSessionsController, GuestSalesController, SalesController],
})
export class SalesHttpModule {
  constructor() {
    registerMessages(SALES_MESSAGES);
    registerMessages(SESSION_MESSAGES);
  }
}
