import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RefundOrder } from '@libs/entries/application';
import { OrderQueries } from '@libs/entries/infrastructure';
import { Once } from '@libs/kernel';
import { Allow, Answers, Caller, idParam, OnceKey, Principal } from '@libs/platform';
import { staffRefundBody } from './own-entries.dto';
import * as dto from './orders.dto';
import { soldEntriesWire } from './sold-entries.dto';

/** Orders of entries, for the back office, and what a till sold. */
@ApiTags('entries')
@Controller()
export class StaffOrdersController {
  constructor(
    private readonly orders: OrderQueries,
    private readonly refundOrder: RefundOrder,
  ) {}

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

  @Post('entry-orders/:id/refund')
  @Allow('payment.refund')
  @Answers({
    summary: 'Take the unused entries of an order back in full, allowed by another person',
    refusals: {
      403: 'step_up.required, step_up.invalid',
      404: 'entry.order_not_found',
      409: 'entry.order_not_paid, entry.nothing_to_refund',
    },
  })
  async refund(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: staffRefundBody }) body: z.output<typeof staffRefundBody>,
  ): Promise<void> {
    const { to, reason, step_up_token: stepUpToken } = body;
    await this.refundOrder.byHouse(once, caller, id, { to, reason, stepUpToken });
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
