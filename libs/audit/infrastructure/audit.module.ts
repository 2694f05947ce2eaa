import { Module } from '@nestjs/common';
import { Database } from '@libs/platform';
import { AnchorChains, AnchorDaily, RecordEvents, VerifyAudit } from '../application';
import { AuditLog, AuditTrail, Digest } from '../domain';
import { AnchorTimer } from './anchor-timer';
import { AuditSubscriber } from './audit-subscriber';
import { AuditQueries } from './audit.queries';
import { Sha256Digest } from './sha256-digest';
import { SqlAuditLog } from './sql-audit-log';
import { SqlAuditTrail } from './sql-audit-trail';

/** Who did what, in chains that show when somebody meddles with them. */
@Module({
  providers: [
    { provide: Digest, useClass: Sha256Digest },
    { provide: AuditLog, useClass: SqlAuditLog },
    { provide: AuditTrail, useFactory: (database: Database) => new SqlAuditTrail(database), inject: [Database] },
    AnchorChains,
    AnchorDaily,
    AnchorTimer,
    AuditQueries,
    AuditSubscriber,
    RecordEvents,
    VerifyAudit,
  ],
  exports: [AuditQueries, VerifyAudit],
})
export class AuditModule {}
