import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@libs/kernel';
import { Answers, CallingCustomer, CustomerCaller, ForCustomer } from '@libs/platform';
import { PointsQueries } from '@libs/wallet/infrastructure';
import { pointsWire, toPoints } from './points.dto';

/** A guest's points. */
@ApiTags('points')
@Controller('points')
@ForCustomer()
export class PointsController {
  constructor(
    private readonly queries: PointsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers({ summary: 'My points, my tier, and what is missing for the next one', body: pointsWire })
  async mine(@CallingCustomer() { venueId, customerId }: CustomerCaller) {
    return toPoints(await this.queries.standing(venueId, customerId, this.clock.now()));
  }
}
