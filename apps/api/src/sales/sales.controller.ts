import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Once } from '@libs/kernel';
import { Allow, Answers, Caller, idParam, OnceKey, Principal } from '@libs/platform';
import { CancelSale, ChangePayments, PlaceSale, QuoteSale } from '@libs/sales/application';
import { SaleQueries } from '@libs/sales/infrastructure';
import * as dto from './sales.dto';

type Id = z.infer<typeof idParam>;

@ApiTags('sales')
@Controller('sales')
export class SalesController {
  constructor(
    private readonly queries: SaleQueries,
    private readonly quoteSale: QuoteSale,
    private readonly placeSale: PlaceSale,
    private readonly cancelSale: CancelSale,
    private readonly changePayments: ChangePayments,
  ) {}

  @Post('quote')
  @Allow()
  @Answers({
    summary: 'Tells what a cart costs now and what there is not enough of',
    body: dto.quote,
    refusals: { 404: 'No such session', 409: 'A product is not sold, or not at this till' },
  })
  async quote(@Caller() caller: Principal, @Body({ schema: dto.quoteRequest }) body: z.infer<typeof dto.quoteRequest>) {
    const { register_session_id: sessionId, customer_token: token } = body;
    return dto.toQuote(await this.quoteSale.execute(caller, sessionId, body.lines.map(dto.toAskedLine), token));
  }

  @Post()
  @Allow('sale.place')
  @Answers({
    summary: 'Sells: money, ticket and stock, all of it or nothing',
    description: 'Prices are the server’s. A retry with the same key, or the same id and content, is answered alike.',
    body: dto.sale,
    status: 201,
    refusals: {
      404: 'No such session',
      409: 'Session or night not open, payments that do not add up, out of stock, product or method not allowed, wallet.insufficient_funds, guest.token_invalid, guest.token_paid',
      423: 'wallet.frozen',
    },
  })
  async place(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: dto.newSale }) body: z.infer<typeof dto.newSale>,
  ) {
    return dto.toSale(await this.placeSale.execute(once, caller, dto.toPlaceSale(body)));
  }

  @Get()
  @Allow()
  @Answers({
    summary: 'Lists sales, newest first: all with sale.read, else of the own session',
    body: dto.salePage,
    refusals: { 404: 'No such session' },
  })
  async list(@Caller() caller: Principal, @Query({ schema: dto.salesQuery }) query: z.infer<typeof dto.salesQuery>) {
    const filter = {
      nightId: query.night_id,
      registerSessionId: query.register_session_id,
      employeeId: query.employee_id,
      q: query.q,
      state: query.state,
    };
    const page = await this.queries.list(caller, filter, query);
    return { items: page.items.map(dto.toSaleRow), next_cursor: page.nextCursor };
  }

  @Get(':id')
  @Allow()
  @Answers({
    summary: 'Shows a sale: the own one, or any with sale.read',
    body: dto.sale,
    refusals: { 404: 'No such sale' },
  })
  async one(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return dto.toSale(await this.queries.one(caller, id));
  }

  @Post(':id/cancel')
  @Allow()
  @Answers({
    summary: 'Takes a sale back, allowed by another person',
    description: 'The ticket becomes void and the stock returns, once.',
    body: dto.sale,
    refusals: {
      404: 'No such sale',
      409: 'Cancelled already, its session is closed, or something was handed over',
    },
  })
  async cancel(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.cancellation }) body: z.infer<typeof dto.cancellation>,
  ) {
    const { reason, step_up_token: stepUpToken, despite_delivery: despiteDelivery } = body;
    return dto.toSale(
      await this.cancelSale.execute(once, caller, { saleId: id, reason, stepUpToken, despiteDelivery }),
    );
  }

  @Put(':id/payments')
  @Allow('sale.place')
  @Answers({
    summary: 'Corrects how a sale was paid, within two minutes and by who sold it',
    body: dto.sale,
    refusals: { 404: 'No such sale', 409: 'Too late, cancelled, or the payments do not add up' },
  })
  async payments(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.newPayments }) body: z.infer<typeof dto.newPayments>,
  ) {
    return dto.toSale(await this.changePayments.execute(once, caller, id, body.payments.map(dto.toAskedPayment)));
  }
}
