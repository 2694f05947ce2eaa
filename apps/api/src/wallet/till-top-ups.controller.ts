import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Once } from '@libs/kernel';
import { Allow, Answers, Caller, NocheRequest, OnceKey, Principal, uuid } from '@libs/platform';
import { TakeTopUp } from '@libs/wallet/application';
import { OwnWalletQueries } from '@libs/wallet/infrastructure';
import * as dto from './own-wallet.dto';

const ofCustomer = z.object({ customer_id: uuid });
const one = z.object({ customer_id: uuid, id: uuid });

/** Money that a guest hands over at a till for the wallet. */
@ApiTags('wallet')
@Controller('wallets/:customer_id/top-ups')
@Allow('sale.place')
export class TillTopUpsController {
  constructor(
    private readonly wallet: OwnWalletQueries,
    private readonly takeTopUp: TakeTopUp,
  ) {}

  @Post()
  @Answers({
    summary: 'Takes cash or a card for a guest’s wallet at the own open till',
    description:
      'Cash is balance at once and is expected in the drawer; a card’s money once it is approved. No revenue.',
    body: dto.topUpWire,
    status: 201,
    refusals: {
      404: 'customer.unknown, session.not_found',
      409: 'wallet.limit_exceeded, session.not_open, session.is_test, sale.method_not_allowed, payment.no_provider',
    },
  })
  async take(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: ofCustomer }) { customer_id: customerId }: z.infer<typeof ofCustomer>,
    @Body({ schema: dto.takeBody }) body: z.output<typeof dto.takeBody>,
    @Req() req: NocheRequest,
  ) {
    const { register_session_id: registerSessionId, amount, method: means, voucher = null } = body;
    const userAgent = String(req.headers['user-agent'] ?? 'unknown').slice(0, 200);
    const ask = { customerId, registerSessionId, amount, means, voucher, userAgent };
    const id = await this.takeTopUp.execute(once, caller, ask);
    return dto.toTopUp(await this.wallet.topUpOfVenue(caller.venueId, customerId, id));
  }

  @Get(':id')
  @Answers({
    summary: 'What became of a top-up',
    body: dto.topUpWire,
    refusals: { 404: 'wallet.top_up_unknown' },
  })
  async topUp(@Caller() caller: Principal, @Param({ schema: one }) { customer_id: customer, id }: z.infer<typeof one>) {
    return dto.toTopUp(await this.wallet.topUpOfVenue(caller.venueId, customer, id));
  }
}
