import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Answers, Caller, CallingDevice, DevicePrincipal, ForDevice, idParam, Principal } from '@libs/platform';
import { AddBar, ChangeBar } from '@libs/tickets/application';
import { BarQueries } from '@libs/tickets/infrastructure';
import { addBarBody, barList, barWire, changeBarBody, toBar, toBarChange } from './bars.dto';

const TAKEN = { 404: 'bar.location_unknown', 409: 'bar.name_taken' };

/** The places that deliver. */
@ApiTags('tickets')
@Controller('bars')
export class BarsController {
  constructor(
    private readonly bars: BarQueries,
    private readonly addBar: AddBar,
    private readonly changeBar: ChangeBar,
  ) {}

  @Get()
  @Allow()
  @Answers({ summary: 'All bars of the venue', body: barList })
  async list(@Caller() caller: Principal) {
    return { items: await this.bars.all(caller.venueId) };
  }

  @Get('pickable')
  @ForDevice()
  @Answers({ summary: 'The bars that one can work at, for a tablet with nobody logged in', body: barList })
  async pickable(@CallingDevice() device: DevicePrincipal) {
    return { items: await this.bars.active(device.venueId) };
  }

  @Post()
  @Allow('register.manage')
  @Answers({ summary: 'Set up a bar', body: barWire, status: 201, refusals: TAKEN })
  async add(@Caller() caller: Principal, @Body({ schema: addBarBody }) body: z.output<typeof addBarBody>) {
    return toBar(await this.addBar.execute(caller, { name: body.name, locationId: body.location_id }));
  }

  @Patch(':id')
  @Allow('register.manage')
  @Answers({ summary: 'Rename, move, close or reopen a bar', body: barWire, refusals: TAKEN })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: changeBarBody }) body: z.output<typeof changeBarBody>,
  ) {
    return toBar(await this.changeBar.execute(caller, id, toBarChange(body)));
  }
}
