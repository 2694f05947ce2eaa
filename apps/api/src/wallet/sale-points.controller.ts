import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import { PointsQueries } from '@libs/wallet/infrastructure';
import { salePointsWire } from './points.dto';

/** What a guest earned at a till, for the cashier to tell. */
@ApiTags('points')
@Controller('points')
export class SalePointsController {
  constructor(private readonly queries: PointsQueries) {}

  @Get('of-sale/:id')
  @Allow('sale.place')
  @Answers({
    summary: 'The points that a sale brought its guest',
    body: salePointsWire,
    refusals: { 404: 'sale.not_found' },
  })
  async ofSale(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: z.output<typeof idParam>) {
    return { sale_id: id, points: await this.queries.ofSale(caller.venueId, id) };
  }
}
