import { Module } from '@nestjs/common';
import { NightsModule } from '@libs/nights/infrastructure';
import { registerMessages } from '@libs/platform';
import { AdminController } from './admin.controller';
import { ApiKeysController } from './api-keys.controller';
import { DevicesController } from './devices.controller';
import { EmployeesController } from './employees.controller';
import { Me } from './me';
import { SessionController } from './session.controller';
import { STAFF_MESSAGES } from './staff.messages';
import { StepUpController } from './step-up.controller';

/** The staff context over HTTP. */
@Module({
  imports: [NightsModule],
  providers: [Me],
  controllers: [
    SessionController,
    StepUpController,
    AdminController,
    DevicesController,
    ApiKeysController,
    EmployeesController,
  ],
})
export class StaffHttpModule {
  constructor() {
    registerMessages(STAFF_MESSAGES);
  }
}
