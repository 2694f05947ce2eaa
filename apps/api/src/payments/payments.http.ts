import { Module } from '@nestjs/common';
import { PaymentsModule } from '@libs/payments/infrastructure';
import { registerMessages } from '@libs/platform';
import { AgentWorkController } from './agent-work.controller';
import { PaymentAgentsController } from './agents.controller';
import { PaymentFindingsController, PaymentIntentsController } from './payments.controller';
import { PAYMENTS_MESSAGES } from './payments.messages';
import { WebhooksController } from './webhooks.controller';

/** Card and online payments over HTTP. */
@Module({
  imports: [PaymentsModule],
  controllers: [
    PaymentIntentsController,
    PaymentFindingsController,
    PaymentAgentsController,
    AgentWorkController,
    WebhooksController,
  ],
})
export class PaymentsHttpModule {
  constructor() {
    registerMessages(PAYMENTS_MESSAGES);
  }
}
