import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import { AddTier, ChangeTier, EndTier } from '@libs/wallet/application';
import { PointsQueries } from '@libs/wallet/infrastructure';
import * as dto from './points.dto';

/** Who comes often earns more. */
@ApiTags('wallet')
@Controller('wallet/tiers')
@Allow('wallet.manage')
export class TiersController {
  constructor(
    private readonly queries: PointsQueries,
    private readonly addTier: AddTier,
    private readonly changeTier: ChangeTier,
    private readonly endTier: EndTier,
  ) {}

  @Get()
  @Answers({ summary: 'The tiers, those in force first', body: dto.tiersWire })
  async list(@Caller() caller: Principal, @Query({ schema: dto.termsQuery }) query: z.output<typeof dto.termsQuery>) {
    return { items: (await this.queries.tiers(caller.venueId, query.ended === 'true')).map(dto.toTier) };
  }

  @Post()
  @Answers({
    summary: 'Add a tier: it counts for sales from now on',
    body: dto.tierWire,
    status: 201,
    refusals: { 409: 'points.tier_taken' },
  })
  async add(@Caller() caller: Principal, @Body({ schema: dto.addTierBody }) body: z.output<typeof dto.addTierBody>) {
    return dto.toTier(await this.addTier.execute(caller, dto.toTierFields(body)));
  }

  @Patch(':id')
  @Answers({
    summary: 'Change a tier from now on: it ends, and the answered one is in its place',
    body: dto.tierWire,
    refusals: { 404: 'points.tier_not_found', 409: 'points.tier_ended, points.tier_taken' },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: dto.changeTierBody }) body: z.output<typeof dto.changeTierBody>,
  ) {
    return dto.toTier(await this.changeTier.execute(caller, id, dto.toTierChanges(body)));
  }

  @Post(':id/end')
  @Answers({
    summary: 'End a tier: who had reached it earns as everybody does from now on',
    body: dto.tierWire,
    refusals: { 404: 'points.tier_not_found', 409: 'points.tier_ended' },
  })
  async end(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: z.output<typeof idParam>) {
    return dto.toTier(await this.endTier.execute(caller, id));
  }
}
