import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, CallingCustomer, CustomerCaller, ForCustomer, ownListQuery } from '@libs/platform';
import { GuestSaleQueries } from '@libs/sales/infrastructure';
import { guestSalesWire, toGuestSales } from './guest-sales.dto';

/** What a guest bought. */
@ApiTags('sales')
@Controller('sales')
export class GuestSalesController {
  constructor(private readonly sales: GuestSaleQueries) {}

  @Get('mine')
  @ForCustomer()
  @Answers({ summary: 'What I bought, newest first', body: guestSalesWire })
  async mine(
    @CallingCustomer() { customerId }: CustomerCaller,
    @Query({ schema: ownListQuery }) query: z.output<typeof ownListQuery>,
  ) {
    return toGuestSales(await this.sales.list(customerId, query));
  }
}
