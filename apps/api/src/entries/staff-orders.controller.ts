import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { OrderQueries } from '@libs/entries/infrastructure';
import { Allow, Answers, Caller, idParam, Principal } from '@libs/platform';
import * as dto from './orders.dto';
import { soldEntriesWire } from './sold-entries.dto';

/** Orders of entries, for the back office, and what a till sold. */
@ApiTags('entries')
@Controller()
export class StaffOrdersController {
  constructor(private readonly orders: OrderQueries) {}

  @Get('entry-orders')
  @Allow('entry.manage', 'entry.read')
  @Answers({ summary: 'Orders of entries, the latest first', body: dto.staffOrderPage })
  async list(
    @Caller() caller: Principal,
    @Query({ schema: dto.staffOrdersQuery }) query: z.output<typeof dto.staffOrdersQuery>,
  ) {
    const { night_id: nightId, status, limit, cursor } = query;
    const refundDue = query.refund_due === undefined ? undefined : query.refund_due === 'true';
    return dto.toStaffOrders(await this.orders.list(caller.venueId, { nightId, status, refundDue, limit, cursor }));
  }

  @Get('entradas/of-sale/:id')
  @Allow('sale.place')
  @Answers({
    summary: 'The entries that a sale made, with their QRs, to print or show',
    body: soldEntriesWire,
    refusals: { 404: 'entry.none_of_sale' },
  })
  async ofSale(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: z.output<typeof idParam>) {
    return { items: await this.orders.ofSale(caller.venueId, id) };
  }
}
