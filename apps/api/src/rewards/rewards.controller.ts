import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Clock, Once } from '@libs/kernel';
import { Answers, CallingCustomer, CustomerCaller, ForCustomer, idParam, OnceKey } from '@libs/platform';
import { RedeemReward } from '@libs/rewards/application';
import { RewardQueries } from '@libs/rewards/infrastructure';
import { TicketSeal } from '@libs/tickets/application';
import * as dto from './rewards.dto';

/** What a guest gets for points. */
@ApiTags('points')
@Controller('rewards')
@ForCustomer()
export class RewardsController {
  constructor(
    private readonly queries: RewardQueries,
    private readonly redeemReward: RedeemReward,
    private readonly seal: TicketSeal,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers({ summary: 'What I can get for my points, the cheapest first', body: dto.offersWire })
  async offers(@CallingCustomer() { venueId, customerId }: CustomerCaller) {
    return dto.toOffers(await this.queries.offers(venueId, customerId, this.clock.now()));
  }

  @Get('mine')
  @Answers({
    summary: 'What I redeemed, the latest first, with the QR while something is left on it',
    body: dto.minePage,
  })
  async mine(
    @CallingCustomer() { venueId, customerId }: CustomerCaller,
    @Query({ schema: dto.mineQuery }) query: z.output<typeof dto.mineQuery>,
  ) {
    const page = await this.queries.redeemedBy(venueId, customerId, query);
    return dto.toMine(page, (ticketId) => this.seal.tokenOf(ticketId));
  }

  @Post(':id/redeem')
  @Answers({
    summary: 'Redeem a reward: my points become a ticket for the bar',
    body: dto.redeemedWire,
    status: 201,
    refusals: {
      404: 'reward.not_found',
      409: `reward.not_offered, reward.sold_out, reward.limit_reached (facts limit), reward.product_gone (facts name),
        reward.out_of_stock (facts productName, left), night.not_open, wallet.insufficient_funds (facts balance, needed)`,
      423: 'wallet.frozen',
    },
  })
  async redeem(
    @CallingCustomer() caller: CustomerCaller,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
  ) {
    return dto.toRedeemed(await this.redeemReward.execute(caller, once, id));
  }
}
