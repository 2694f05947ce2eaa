import { DynamicModule, Module } from '@nestjs/common';
import { AppConfig, Log, PlatformModule } from '@libs/platform';

/** The composition root: every context's module and its controllers. */
@Module({})
export class AppModule {
  static with(config: AppConfig, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, log, [])],
    };
  }
}
