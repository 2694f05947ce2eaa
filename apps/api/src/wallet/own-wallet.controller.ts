import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Once } from '@libs/kernel';
import {
  Answers,
  CallingCustomer,
  CustomerCaller,
  ForCustomer,
  idParam,
  languageOf,
  NocheRequest,
  OnceKey,
} from '@libs/platform';
import { PayOutToCards, RequestTopUp } from '@libs/wallet/application';
import { OwnWalletQueries } from '@libs/wallet/infrastructure';
import * as dto from './own-wallet.dto';

const ON_THE_PAGE = { es: 'Carga de billetera', en: 'Wallet top-up' } as const;

/** A guest's own wallet. There is no way to name anybody else's. */
@ApiTags('wallet')
@Controller('wallet')
@ForCustomer()
export class OwnWalletController {
  constructor(
    private readonly wallet: OwnWalletQueries,
    private readonly requestTopUp: RequestTopUp,
    private readonly payOut: PayOutToCards,
  ) {}

  @Get('balance')
  @Answers({ summary: 'What I have, in pesos and points', body: dto.balanceWire })
  async balance(@CallingCustomer() { customerId }: CustomerCaller) {
    return dto.toBalance(await this.wallet.balance(customerId));
  }

  @Post('recharge')
  @Answers({
    summary: 'Put money into my wallet: open payment_url to pay',
    description: 'It is balance once the provider approved it; follow it by GET /wallet/recharge/{uuid}.',
    body: dto.topUpWire,
    status: 201,
    refusals: { 409: 'wallet.limit_exceeded (facts limit, left), payment.provider_not_configured' },
  })
  async recharge(
    @CallingCustomer() { customerId, venueId, ip }: CustomerCaller,
    @OnceKey() once: Once,
    @Body({ schema: dto.rechargeBody }) { amount, provider }: z.output<typeof dto.rechargeBody>,
    @Req() req: NocheRequest,
  ) {
    const userAgent = String(req.headers['user-agent'] ?? 'unknown').slice(0, 200);
    const description = ON_THE_PAGE[languageOf(req)];
    const ask = { venueId, customerId, amount, provider, description, ip, userAgent };
    return dto.toTopUp(await this.wallet.topUp(customerId, await this.requestTopUp.execute(once, ask)));
  }

  @Get('recharge/:id')
  @Answers({
    summary: 'What became of one of my top-ups, by its uuid',
    body: dto.topUpWire,
    refusals: { 404: 'wallet.top_up_unknown' },
  })
  async topUp(
    @CallingCustomer() { customerId }: CustomerCaller,
    @Param({ schema: idParam }) { id }: z.infer<typeof idParam>,
  ) {
    return dto.toTopUp(await this.wallet.topUp(customerId, id));
  }

  @Get('transactions')
  @Answers({
    summary: 'What moved my wallet, the latest first, with the balance after each',
    body: dto.historyWire,
  })
  async transactions(
    @CallingCustomer() { customerId, venueId }: CustomerCaller,
    @Query({ schema: dto.historyQuery }) query: z.output<typeof dto.historyQuery>,
  ) {
    return dto.toHistory(await this.wallet.history(venueId, customerId, query));
  }

  @Post('refund')
  @Answers({
    summary: 'Take my balance home: it goes back to the cards it came from, the newest first',
    body: dto.paidOutWire,
    refusals: {
      409: 'wallet.nothing_left, wallet.nothing_by_card (facts balance): it came in cash, a till can give it',
      423: 'wallet.frozen',
    },
  })
  async refund(@CallingCustomer() { customerId, venueId, ip }: CustomerCaller, @OnceKey() once: Once) {
    return dto.toPaidOut(await this.payOut.execute(once, venueId, customerId, ip));
  }
}
