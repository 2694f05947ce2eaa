import { Module } from '@nestjs/common';
import { AuditModule } from '@libs/audit/infrastructure';
import { AuditController } from './audit.controller';

/** The audit trail over HTTP. It refuses nothing of its own, so it brings no messages. */
@Module({ imports: [AuditModule], controllers: [AuditController] })
export class AuditHttpModule {}
