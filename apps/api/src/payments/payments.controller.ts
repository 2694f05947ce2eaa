import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Once } from '@libs/kernel';
import {
  AskTerminal,
  CancelPayment,
  RefundPayment,
  ResolveFinding,
  ResolvePayment,
  StartPayment,
} from '@libs/payments/application';
import { PaymentQueries } from '@libs/payments/infrastructure';
import { Allow, Answers, Caller, idParam, NocheRequest, OnceKey, Principal } from '@libs/platform';
import * as dto from './payments.dto';

type Id = z.infer<typeof idParam>;
const NOT_FOUND = { 404: 'No such payment' };

/** Card and online payments of the tills. */
@ApiTags('payments')
@Controller('payment-intents')
export class PaymentIntentsController {
  constructor(
    private readonly queries: PaymentQueries,
    private readonly start: StartPayment,
    private readonly cancelPayment: CancelPayment,
    private readonly resolvePayment: ResolvePayment,
    private readonly askTerminal: AskTerminal,
    private readonly refundPayment: RefundPayment,
  ) {}

  @Post()
  @Allow('sale.place')
  @Answers({
    summary: 'Begins to take money by card for a sale that is ready',
    description: 'Follow it by GET; the sale is placed once it is APPROVED, by the till or by the house.',
    body: dto.intentDetail,
    status: 201,
    refusals: {
      404: 'No such session',
      409: 'Session not open, products or stock missing, no provider, an earlier attempt still open or unknown',
    },
  })
  async begin(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Body({ schema: dto.newIntent }) body: z.infer<typeof dto.newIntent>,
    @Req() req: NocheRequest,
  ) {
    const { id, amount, sale, use_backup: useBackup, voucher } = body;
    const userAgent = String(req.headers['user-agent'] ?? 'unknown').slice(0, 200);
    await this.start.execute(once, caller, {
      ...{ id, amount, useBackup, userAgent },
      draft: sale,
      voucher: voucher ?? null,
    });
    return dto.toIntentDetail(await this.queries.one(caller, id));
  }

  @Get()
  @Allow()
  @Answers({ summary: 'Payments, newest first: all with payment.read, else of the own session', body: dto.intentPage })
  async list(
    @Caller() caller: Principal,
    @Query({ schema: dto.intentsQuery }) query: z.infer<typeof dto.intentsQuery>,
  ) {
    const { register_session_id: registerSessionId, sale_id: saleId, status, open } = query;
    const page = await this.queries.list(caller, { registerSessionId, saleId, status, open }, query);
    return { items: page.items.map(dto.toIntent), next_cursor: page.nextCursor };
  }

  @Get(':id')
  @Allow()
  @Answers({ summary: 'A payment with its whole history', body: dto.intentDetail, refusals: NOT_FOUND })
  async one(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return dto.toIntentDetail(await this.queries.one(caller, id));
  }

  @Post(':id/cancel')
  @Allow('sale.place')
  @Answers({
    summary: 'Ends an attempt: at once while nothing was sent, else when the terminal has answered',
    body: dto.intentDetail,
    refusals: { ...NOT_FOUND, 409: 'It is over already' },
  })
  async cancel(@Caller() caller: Principal, @OnceKey() once: Once, @Param({ schema: idParam }) { id }: Id) {
    await this.cancelPayment.execute(once, caller, id);
    return dto.toIntentDetail(await this.queries.one(caller, id));
  }

  @Post(':id/ask')
  @Allow('sale.place')
  @Answers({
    summary: 'Asks terminal or provider once more what became of it; never charges',
    body: dto.intentDetail,
    refusals: { ...NOT_FOUND, 409: 'It is known what became of it' },
  })
  async ask(@Caller() caller: Principal, @OnceKey() once: Once, @Param({ schema: idParam }) { id }: Id) {
    await this.askTerminal.execute(once, caller, id);
    return dto.toIntentDetail(await this.queries.one(caller, id));
  }

  @Post(':id/resolve')
  @Allow('sale.place', 'payment.resolve')
  @Answers({
    summary: 'Says what became of an unknown payment, allowed by another person',
    body: dto.intentDetail,
    refusals: { ...NOT_FOUND, 409: 'It is known what became of it' },
  })
  async resolve(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.resolution }) body: z.infer<typeof dto.resolution>,
  ) {
    const { outcome, authorization_code: code, reason, step_up_token: stepUpToken } = body;
    const ask = { id, outcome, authorizationCode: code ?? null, reason, stepUpToken };
    await this.resolvePayment.execute(once, caller, ask);
    return dto.toIntentDetail(await this.queries.one(caller, id));
  }

  @Post(':id/refund')
  @Allow('sale.place', 'payment.refund')
  @Answers({
    summary: 'Gives money back, allowed by another person: by terminal, by provider, or by a person',
    body: dto.requested,
    status: 201,
    refusals: { ...NOT_FOUND, 409: 'Nothing was charged, or less is left' },
  })
  async refund(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.refundRequest }) body: z.infer<typeof dto.refundRequest>,
  ) {
    const { amount, reason, step_up_token: stepUpToken } = body;
    return { id: await this.refundPayment.execute(once, caller, { id, amount, reason, stepUpToken }) };
  }
}

/** What a person has to look into. */
@ApiTags('payments')
@Controller()
export class PaymentFindingsController {
  constructor(
    private readonly queries: PaymentQueries,
    private readonly resolveFinding: ResolveFinding,
  ) {}

  @Get('payment-refunds')
  @Allow('payment.read')
  @Answers({ summary: 'Refunds, newest first', body: dto.refundPage })
  async refunds(@Caller() caller: Principal, @Query({ schema: dto.pagesOnly }) query: z.infer<typeof dto.pagesOnly>) {
    const page = await this.queries.refunds(caller.venueId, query);
    return { items: page.items.map(dto.toRefund), next_cursor: page.nextCursor };
  }

  @Get('payment-findings')
  @Allow('payment.read')
  @Answers({ summary: 'Differences and flagged payments, newest first', body: dto.findingPage })
  async findings(
    @Caller() caller: Principal,
    @Query({ schema: dto.findingsQuery }) query: z.infer<typeof dto.findingsQuery>,
  ) {
    const page = await this.queries.findings(caller.venueId, query.state, query);
    return { items: page.items.map(dto.toFinding), next_cursor: page.nextCursor };
  }

  @Post('payment-findings/:id/resolve')
  @Allow('payment.read')
  @Answers({
    summary: 'Says what a difference was, allowed by another person',
    refusals: { 404: 'No such finding', 409: 'Resolved already' },
  })
  async resolve(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.findingResolution }) body: z.infer<typeof dto.findingResolution>,
  ): Promise<void> {
    const { resolution, reason, step_up_token: stepUpToken } = body;
    await this.resolveFinding.execute(once, caller, { id, resolution, reason, stepUpToken });
  }
}
