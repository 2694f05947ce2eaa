import { DynamicModule, Module } from '@nestjs/common';
import { Clock } from '@libs/kernel';
import { AppConfig, Log, PlatformModule } from '@libs/platform';
import { StaffModule } from '@libs/staff/infrastructure';

/** The composition root: every context's module and its controllers. */
@Module({})
export class AppModule {
  static with(config: AppConfig, log: Log, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, log, [], clock), StaffModule],
    };
  }
}
