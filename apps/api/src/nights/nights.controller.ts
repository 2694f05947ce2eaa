import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ChangeNight, DeleteNight, PlanNight, TickChecklist } from '@libs/nights/application';
import { NightQueries } from '@libs/nights/infrastructure';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import {
  changeNightBody,
  currentNightWire,
  deleteNightBody,
  itemParams,
  nightPage,
  nightsQuery,
  nightWire,
  planNightBody,
  tickBody,
  toChanges,
  toNight,
  toNightPage,
  toPlan,
} from './nights.dto';

const WRONG_STATE = { 409: 'night.wrong_state: not at this point of the night' };

/** The nights of a house: their plan and checklist. */
@ApiTags('nights')
@Controller('nights')
export class NightsController {
  constructor(
    private readonly nights: NightQueries,
    private readonly planNight: PlanNight,
    private readonly changeNight: ChangeNight,
    private readonly tickChecklist: TickChecklist,
    private readonly deleteNight: DeleteNight,
  ) {}

  @Get()
  @Allow()
  @Answers({ summary: 'Nights, the latest evening first', body: nightPage })
  async list(@Caller() caller: Principal, @Query({ schema: nightsQuery }) query: z.output<typeof nightsQuery>) {
    return toNightPage(await this.nights.list(caller.venueId, query));
  }

  @Get('current')
  @Allow()
  @Answers({ summary: 'The night that is on', body: currentNightWire })
  async current(@Caller() caller: Principal) {
    const night = await this.nights.current(caller.venueId);
    return { night: night && toNight(night) };
  }

  @Post()
  @Allow('night.manage')
  @Answers({ summary: 'Plan a night', body: nightWire, status: 201 })
  async plan(@Caller() caller: Principal, @Body({ schema: planNightBody }) body: z.output<typeof planNightBody>) {
    return toNight(await this.planNight.execute(caller, toPlan(body), body.checklist));
  }

  @Get(':id')
  @Allow()
  @Answers({ summary: 'One night', body: nightWire })
  async read(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: z.output<typeof idParam>) {
    return toNight(await this.nights.one(caller.venueId, id));
  }

  @Patch(':id')
  @Allow('night.manage')
  @Answers({
    summary: 'Change what is written down about a night',
    body: nightWire,
    refusals: { 409: 'night.changed_meanwhile; night.wrong_state for the checklist of a closed night' },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: changeNightBody }) body: z.output<typeof changeNightBody>,
  ) {
    return toNight(await this.changeNight.execute(caller, id, toChanges(body), body.version));
  }

  @Post(':id/checklist/:item_id')
  @Allow('night.manage')
  @Answers({ summary: 'Tick or untick an item of the checklist', body: nightWire, refusals: WRONG_STATE })
  async tick(
    @Caller() caller: Principal,
    @Param({ schema: itemParams }) params: z.output<typeof itemParams>,
    @Body({ schema: tickBody }) body: z.output<typeof tickBody>,
  ) {
    return toNight(await this.tickChecklist.execute(caller, params.id, params.item_id, body.is_done));
  }

  @Delete(':id')
  @Allow('night.manage')
  @Answers({
    summary: 'Delete a night that came to nothing',
    description: 'Its row and the reason are kept. A night that is on, or that has sales, stays.',
    refusals: { 409: 'night.wrong_state, night.has_sales' },
  })
  async delete(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: deleteNightBody }) body: z.output<typeof deleteNightBody>,
  ): Promise<void> {
    await this.deleteNight.execute(caller, id, body.reason);
  }
}
