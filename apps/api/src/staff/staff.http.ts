import { Module } from '@nestjs/common';
import { NightsModule } from '@libs/nights/infrastructure';
import { registerMessages } from '@libs/platform';
import { AdminController } from './admin.controller';
import { DevicesController } from './devices.controller';
import { Me } from './me';
import { SessionController } from './session.controller';
import { STAFF_MESSAGES } from './staff.messages';

/** The staff context over HTTP. */
@Module({
  imports: [NightsModule],
  providers: [Me],
  controllers: [SessionController, AdminController, DevicesController],
})
export class StaffHttpModule {
  constructor() {
    registerMessages(STAFF_MESSAGES);
  }
}
