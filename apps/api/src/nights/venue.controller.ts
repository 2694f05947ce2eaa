import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ChangeVenue, FindVenue } from '@libs/nights/application';
import { Allow, Answers, Caller, Principal } from '@libs/platform';
import { changeVenueBody, toVenue, toVenueChanges, venueWire } from './venue.dto';

/** The house itself. */
@ApiTags('nights')
@Controller('venue')
export class VenueController {
  constructor(
    private readonly findVenue: FindVenue,
    private readonly changeVenue: ChangeVenue,
  ) {}

  @Get()
  @Allow()
  @Answers({ summary: 'The house of the caller, with its limits and habits', body: venueWire })
  async read(@Caller() caller: Principal) {
    return toVenue(await this.findVenue.execute(caller.venueId));
  }

  @Patch()
  @Allow('venue.manage')
  @Answers({ summary: 'Change the name, limits and habits of the house', body: venueWire })
  async change(@Caller() caller: Principal, @Body({ schema: changeVenueBody }) body: z.output<typeof changeVenueBody>) {
    return toVenue(await this.changeVenue.execute(caller, toVenueChanges(body)));
  }
}
