import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Once } from '@libs/kernel';
import { Allow, Answers, Caller, idParam, OnceKey, Principal } from '@libs/platform';
import {
  AdjustBalance,
  ChangeLimits,
  FreezeAccount,
  UnfreezeAccount,
  VerifyWallet,
  WalletRulesBook,
} from '@libs/wallet/application';
import { WalletQueries } from '@libs/wallet/infrastructure';
import * as dto from './wallet.dto';

type Id = z.infer<typeof idParam>;

/** Customers' wallets, for the back office. */
@ApiTags('wallet')
@Controller('wallet')
@Allow('wallet.manage')
export class WalletController {
  constructor(
    private readonly queries: WalletQueries,
    private readonly adjustBalance: AdjustBalance,
    private readonly freezeAccount: FreezeAccount,
    private readonly unfreezeAccount: UnfreezeAccount,
    private readonly verifyWallet: VerifyWallet,
    private readonly rules: WalletRulesBook,
    private readonly changeLimits: ChangeLimits,
  ) {}

  @Get('accounts')
  @Answers({
    summary: 'Pesos and points of a customer',
    description: 'An account opens with the first money or points that come in: before that there is none.',
    body: dto.accountsWire,
  })
  async accounts(
    @Caller() caller: Principal,
    @Query({ schema: dto.accountsQuery }) query: z.output<typeof dto.accountsQuery>,
  ) {
    return dto.toAccounts(await this.queries.accounts(caller.venueId, query.customer_id));
  }

  @Get('accounts/:id/entries')
  @Answers({
    summary: 'What moved an account, the latest first, with the balance after each entry',
    body: dto.entriesWire,
    refusals: { 404: 'wallet.account_not_found' },
  })
  async entries(
    @Caller() caller: Principal,
    @Param({ schema: idParam }) { id }: Id,
    @Query({ schema: dto.entriesQuery }) query: z.output<typeof dto.entriesQuery>,
  ) {
    return dto.toEntries(await this.queries.entries(caller.venueId, id, query));
  }

  @Post('accounts/:id/adjust')
  @Answers({
    summary: 'Puts a balance right, with a reason, allowed by another person',
    body: dto.postedWire,
    refusals: { 404: 'wallet.account_not_found', 409: 'wallet.insufficient_funds' },
  })
  async adjust(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.adjustment }) body: z.output<typeof dto.adjustment>,
  ) {
    const { reason, step_up_token: stepUpToken } = body;
    const amount = body.direction === 'debit' ? -body.amount : body.amount;
    return dto.toPosted(await this.adjustBalance.execute(caller, once, { accountId: id, amount, reason, stepUpToken }));
  }

  @Post('accounts/:id/freeze')
  @Answers({
    summary: 'Lets nothing go out of an account any more; what comes in is still taken',
    body: dto.stateWire,
    refusals: { 404: 'wallet.account_not_found', 409: 'wallet.already_frozen' },
  })
  async freeze(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.freezing }) { reason }: z.output<typeof dto.freezing>,
  ) {
    return dto.toState(await this.freezeAccount.execute(caller, once, { accountId: id, reason }));
  }

  @Post('accounts/:id/unfreeze')
  @Answers({
    summary: 'Lets a frozen account move again, allowed by another person',
    body: dto.stateWire,
    refusals: { 404: 'wallet.account_not_found', 409: 'wallet.not_frozen' },
  })
  async unfreeze(
    @Caller() caller: Principal,
    @OnceKey() once: Once,
    @Param({ schema: idParam }) { id }: Id,
    @Body({ schema: dto.unfreezing }) body: z.output<typeof dto.unfreezing>,
  ) {
    const given = { accountId: id, stepUpToken: body.step_up_token };
    return dto.toState(await this.unfreezeAccount.execute(caller, once, given));
  }

  @Get('limits')
  @Answers({ summary: 'How much guests may keep and bring, and when points expire', body: dto.rulesWire })
  async limits(@Caller() caller: Principal) {
    return dto.toRules(await this.rules.find(caller.venueId));
  }

  @Patch('limits')
  @Answers({
    summary: 'Changes what is given; what is in wallets already stays',
    body: dto.rulesWire,
    refusals: { 400: 'wallet.limits_contradict: one top-up above those of a day' },
  })
  async change(@Caller() caller: Principal, @Body({ schema: dto.rulesBody }) body: z.output<typeof dto.rulesBody>) {
    return dto.toRules(await this.changeLimits.execute(caller, dto.toRuleChanges(body)));
  }

  @Post('verify')
  @Answers({ summary: 'Proves transfers, balances, chains and points of the house', body: dto.verdictWire })
  async verify(@Caller() caller: Principal) {
    return dto.toVerdict(await this.verifyWallet.execute(caller.venueId));
  }
}
