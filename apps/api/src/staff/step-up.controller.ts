import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Answers, Caller, Principal } from '@libs/platform';
import { GrantStepUp } from '@libs/staff/application';
import { SessionQueries } from '@libs/staff/infrastructure';
import { peopleWire, stepUpBody, stepUpPeopleQuery, stepUpWire } from './session.dto';

/** The yes of another person. */
@ApiTags('staff')
@Controller('auth/step-up')
export class StepUpController {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly grantStepUp: GrantStepUp,
  ) {}

  @Get('people')
  @Allow()
  @Answers({ summary: 'Who else may allow something by PIN', body: peopleWire })
  async people(
    @Caller() caller: Principal,
    @Query({ schema: stepUpPeopleQuery }) { permission }: z.output<typeof stepUpPeopleQuery>,
  ) {
    return { items: await this.sessions.peopleWhoMay(caller.venueId, permission, caller.employeeId) };
  }

  @Post()
  @Allow()
  @Answers({
    summary: 'Another person allows one thing, once, within two minutes',
    body: stepUpWire,
    refusals: {
      401: 'pin.wrong (facts attempts_left)',
      403: 'step_up.same_person, step_up.not_allowed',
      423: 'pin.needs_supervisor, device.locked',
      429: 'pin.locked (facts retry_after_s)',
    },
  })
  async grant(@Caller() caller: Principal, @Body({ schema: stepUpBody }) body: z.output<typeof stepUpBody>) {
    const { employee_id: employeeId, pin, permission } = body;
    const { token, expiresAt, grantedBy } = await this.grantStepUp.execute(caller, { employeeId, pin, permission });
    return { token, expires_at: expiresAt, granted_by: { id: grantedBy.employeeId, name: grantedBy.name } };
  }
}
