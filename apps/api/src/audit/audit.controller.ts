import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { VerifyAudit } from '@libs/audit/application';
import { AuditQueries } from '@libs/audit/infrastructure';
import { Allow, Answers, Caller, Principal } from '@libs/platform';
import { auditPage, auditQuery, toAuditPage, toFilter, toVerdict, verdictWire } from './audit.dto';

/** Who did what, from where. */
@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly queries: AuditQueries,
    private readonly verifyAudit: VerifyAudit,
  ) {}

  @Get()
  @Allow('audit.read')
  @Answers({ summary: 'What happened in the house, the latest first', body: auditPage })
  async list(@Caller() caller: Principal, @Query({ schema: auditQuery }) query: z.output<typeof auditQuery>) {
    return toAuditPage(await this.queries.list(caller.venueId, toFilter(query)));
  }

  @Post('verify')
  @Allow('audit.read')
  @Answers({ summary: 'Prove that nobody changed, removed or slipped in an entry', body: verdictWire })
  async verify(@Caller() caller: Principal) {
    return toVerdict(await this.verifyAudit.execute(caller.venueId));
  }
}
