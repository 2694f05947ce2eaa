import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { EndOrder, PlaceOrder } from '@libs/entries/application';
import { OrderQueries } from '@libs/entries/infrastructure';
import { Once } from '@libs/kernel';
import { Answers, CallingCustomer, CustomerCaller, ForCustomer, OnceKey } from '@libs/platform';
import * as dto from './orders.dto';

const MOST_OF_AN_ORDER = 1_000;
type Name = z.output<typeof dto.nameParam>;

/** A guest buys entries. */
@ApiTags('entries')
@Controller('entradas')
@ForCustomer()
export class EntryOrdersController {
  constructor(
    private readonly orders: OrderQueries,
    private readonly placeOrder: PlaceOrder,
    private readonly endOrder: EndOrder,
  ) {}

  @Post('orders')
  @Answers({
    summary: 'Order entries; the places are kept until expires_at',
    description: 'By wallet and for free it is paid at once, and the entries are in the answer.',
    body: dto.orderWire,
    status: 201,
    refusals: {
      400: 'entry.pay_mismatch: free costs nothing and nothing else does; entry.several_nights, entry.type_twice',
      404: 'entry.type_not_found',
      409: 'entry.sold_out (facts name, left), entry.not_on_sale, entry.limit_exceeded (facts limit, left), wallet.insufficient_funds, wallet.frozen, payment.provider_not_configured',
    },
  })
  async place(
    @CallingCustomer() caller: CustomerCaller,
    @OnceKey() once: Once,
    @Body({ schema: dto.placeOrderBody }) body: z.output<typeof dto.placeOrderBody>,
    @Headers('user-agent') userAgent = '',
  ) {
    const id = await this.placeOrder.execute(once, caller, dto.toPlaceOrder(body, userAgent));
    return this.show(caller, id);
  }

  @Post('orders/:id/pay')
  @Answers({
    summary: 'Another try to pay an order on a page, after one that failed',
    body: dto.orderWire,
    refusals: {
      404: 'entry.order_not_found',
      409: 'entry.order_not_pending, payment.still_open, payment.order_paid, payment.provider_not_configured',
    },
  })
  async pay(
    @CallingCustomer() caller: CustomerCaller,
    @OnceKey() once: Once,
    @Param({ schema: dto.nameParam }) { id }: Name,
    @Body({ schema: dto.payAgainBody }) body: z.output<typeof dto.payAgainBody>,
    @Headers('user-agent') userAgent = '',
  ) {
    await this.placeOrder.payAgain(once, caller, id, { provider: body.provider ?? null, userAgent });
    return this.show(caller, id);
  }

  @Get('orders')
  @Answers({ summary: 'My orders, the latest first', body: dto.ordersWire })
  async list(
    @CallingCustomer() caller: CustomerCaller,
    @Query({ schema: dto.pagedQuery }) query: z.output<typeof dto.pagedQuery>,
  ) {
    return (await this.orders.ownOrders(caller.customerId, query)).map(dto.toOrderSummary);
  }

  @Get('orders/:id')
  @Answers({
    summary: 'One of my orders, with its entries',
    body: dto.orderWire,
    refusals: { 404: 'entry.order_not_found' },
  })
  one(@CallingCustomer() caller: CustomerCaller, @Param({ schema: dto.nameParam }) { id }: Name) {
    return this.show(caller, id);
  }

  @Post('orders/:id/cancel')
  @Answers({
    summary: 'Give the places of an unpaid order back',
    body: dto.orderWire,
    refusals: { 404: 'entry.order_not_found', 409: 'entry.order_not_pending' },
  })
  async cancel(
    @CallingCustomer() caller: CustomerCaller,
    @OnceKey() once: Once,
    @Param({ schema: dto.nameParam }) { id }: Name,
  ) {
    await this.endOrder.cancel(once, caller, id);
    return this.show(caller, id);
  }

  @Get('mine')
  @Answers({ summary: 'My entries with their QRs, the last night first', body: dto.ownEntriesWire })
  async mine(
    @CallingCustomer() caller: CustomerCaller,
    @Query({ schema: dto.pagedQuery }) query: z.output<typeof dto.pagedQuery>,
  ) {
    return (await this.orders.ownEntries(caller.customerId, null, query)).map(dto.toOwnEntry);
  }

  private async show({ customerId }: CustomerCaller, id: string | number) {
    const order = await this.orders.own(customerId, id);
    const entries = await this.orders.ownEntries(customerId, order.uuid, { limit: MOST_OF_AN_ORDER, offset: 0 });
    return dto.toOrder(order, entries);
  }
}
