import { Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CloseNight, OpenNight, PrepareNight, StartClosingNight } from '@libs/nights/application';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import { nightWire, toNight } from './nights.dto';

type Id = z.output<typeof idParam>;

/** What moves a night on: PLANNED, PREPARING, OPEN, CLOSING, CLOSED. */
@ApiTags('nights')
@Controller('nights/:id')
export class NightStatesController {
  constructor(
    private readonly prepareNight: PrepareNight,
    private readonly openNight: OpenNight,
    private readonly startClosingNight: StartClosingNight,
    private readonly closeNight: CloseNight,
  ) {}

  @Post('prepare')
  @Allow('night.manage')
  @Answers({ summary: 'Begin to get the house ready', body: nightWire, refusals: { 409: 'night.wrong_state' } })
  async prepare(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return toNight(await this.prepareNight.execute(caller, id));
  }

  @Post('open')
  @Allow('night.manage')
  @Answers({
    summary: 'Open the night: from now on there are sales',
    body: nightWire,
    refusals: { 409: 'night.wrong_state, night.checklist_open with the items, night.other_open' },
  })
  async open(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return toNight(await this.openNight.execute(caller, id));
  }

  @Post('closing')
  @Allow('night.manage')
  @Answers({
    summary: 'Call the last round: no more sales, registers count and close',
    body: nightWire,
    refusals: { 409: 'night.wrong_state' },
  })
  async closing(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return toNight(await this.startClosingNight.execute(caller, id));
  }

  @Post('close')
  @Allow('night.manage')
  @Answers({
    summary: 'Close the night for good',
    body: nightWire,
    refusals: { 409: 'night.wrong_state, night.sessions_open with the registers, night.payment_unknown' },
  })
  async close(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return toNight(await this.closeNight.execute(caller, id));
  }
}
