import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Once } from '@libs/kernel';
import { Allow, Answers, Caller, idParam, OnceKey, Principal } from '@libs/platform';
import { AddReward, ChangeReward, UndoRedemption } from '@libs/rewards/application';
import { RewardQueries } from '@libs/rewards/infrastructure';
import * as dto from './rewards.dto';

const REFUSALS = {
  400: 'reward.window_invalid',
  404: 'reward.product_unknown, reward.location_unknown',
  409: 'reward.name_taken (facts name)',
};

/** The house's rewards, for the back office. */
@ApiTags('rewards')
@Controller('rewards')
@Allow('wallet.manage')
export class RewardCatalogueController {
  constructor(
    private readonly queries: RewardQueries,
    private readonly addReward: AddReward,
    private readonly changeReward: ChangeReward,
    private readonly undoRedemption: UndoRedemption,
  ) {}

  @Get('catalogue')
  @Answers({ summary: 'All rewards, those that are offered first', body: dto.catalogueWire })
  async list(@Caller() caller: Principal) {
    return { items: (await this.queries.catalogue(caller.venueId)).map(dto.toReward) };
  }

  @Post('catalogue')
  @Answers({ summary: 'Add a reward', body: dto.rewardWire, status: 201, refusals: REFUSALS })
  async add(@Caller() caller: Principal, @Body({ schema: dto.addBody }) body: z.output<typeof dto.addBody>) {
    const { id } = await this.addReward.execute(caller, dto.toFields(body));
    return dto.toReward(await this.queries.one(caller.venueId, id));
  }

  @Patch('catalogue/:id')
  @Answers({
    summary: 'Change a reward from now on; products, when sent, replace those that were there',
    body: dto.rewardWire,
    refusals: {
      ...REFUSALS,
      404: `reward.not_found, ${REFUSALS[404]}`,
      409: `${REFUSALS[409]}, reward.limit_below_taken (facts taken)`,
    },
  })
  async change(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: dto.changeBody }) body: z.output<typeof dto.changeBody>,
  ) {
    await this.changeReward.execute(caller, id, dto.toChanges(body));
    return dto.toReward(await this.queries.one(caller.venueId, id));
  }

  @Get('redemptions')
  @Answers({ summary: 'What was redeemed, the latest first', body: dto.redemptionPage })
  async redemptions(
    @Caller() caller: Principal,
    @Query({ schema: dto.redemptionsQuery }) query: z.output<typeof dto.redemptionsQuery>,
  ) {
    const { night_id: nightId, ...paged } = query;
    return dto.toRedemptions(await this.queries.redemptions(caller.venueId, { nightId, ...paged }));
  }

  @Post('redemptions/:id/undo')
  @Answers({
    summary: 'Take a redemption back while nothing was handed over: points and ingredients return, the ticket is void',
    body: dto.undoneWire,
    refusals: {
      404: 'redemption.not_found',
      409: 'redemption.already_undone, redemption.already_delivered (facts deliveredQty)',
    },
  })
  async undo(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: z.output<typeof idParam>,
    @Body({ schema: dto.undoBody }) { reason }: z.output<typeof dto.undoBody>,
  ) {
    const undone = await this.undoRedemption.execute(caller, once, { redemptionId: id, reason });
    return { id: undone.id, undone_at: undone.undoneAt };
  }
}
