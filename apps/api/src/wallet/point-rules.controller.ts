import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import { AddPointRule, ChangePointRule, EndPointRule } from '@libs/wallet/application';
import { PointsQueries } from '@libs/wallet/infrastructure';
import * as dto from './points.dto';

const UNKNOWN = 'points.category_unknown, points.night_unknown';

/** By which rules guests earn points. */
@ApiTags('wallet')
@Controller('wallet/point-rules')
@Allow('wallet.manage')
export class PointRulesController {
  constructor(
    private readonly queries: PointsQueries,
    private readonly addRule: AddPointRule,
    private readonly changeRule: ChangePointRule,
    private readonly endRule: EndPointRule,
  ) {}

  @Get()
  @Answers({ summary: 'The rules, those in force first', body: dto.rulesWire })
  async list(@Caller() caller: Principal, @Query({ schema: dto.termsQuery }) query: z.output<typeof dto.termsQuery>) {
    return { items: (await this.queries.rules(caller.venueId, query.ended === 'true')).map(dto.toRule) };
  }

  @Post()
  @Answers({
    summary: 'Add a rule: it counts for sales from now on',
    description: 'Of several rules that apply, a line of a sale earns by the one that gives most.',
    body: dto.ruleWire,
    status: 201,
    refusals: { 400: 'points.window_invalid', 404: UNKNOWN },
  })
  async add(@Caller() caller: Principal, @Body({ schema: dto.addRuleBody }) body: z.output<typeof dto.addRuleBody>) {
    return dto.toRule(await this.addRule.execute(caller, dto.toRuleFields(body)));
  }

  @Patch(':id')
  @Answers({
    summary: 'Change a rule from now on: it ends, and the answered one is in its place',
    body: dto.ruleWire,
    refusals: { 400: 'points.window_invalid', 404: `points.rule_not_found, ${UNKNOWN}`, 409: 'points.rule_ended' },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: dto.changeRuleBody }) body: z.output<typeof dto.changeRuleBody>,
  ) {
    return dto.toRule(await this.changeRule.execute(caller, id, dto.toRuleChanges(body)));
  }

  @Post(':id/end')
  @Answers({
    summary: 'End a rule: it counts for no sale from now on',
    body: dto.ruleWire,
    refusals: { 404: 'points.rule_not_found', 409: 'points.rule_ended' },
  })
  async end(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: z.output<typeof idParam>) {
    return dto.toRule(await this.endRule.execute(caller, id));
  }
}
