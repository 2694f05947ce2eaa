import { Global, Module } from '@nestjs/common';
import { SessionReader } from '@libs/platform';
import { SqlSessionReader } from './session-reader';

/** Staff: who works here, on which tablets, and what they may do. */
@Global()
@Module({
  providers: [{ provide: SessionReader, useClass: SqlSessionReader }],
  exports: [SessionReader],
})
export class StaffModule {}
