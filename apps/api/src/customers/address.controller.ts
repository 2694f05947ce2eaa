import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Request } from 'express';
import { z } from 'zod';
import { AskForNewEmail, ChangeEmail } from '@libs/customers/application';
import { Answers, CallingCustomer, CustomerCaller, ForCustomer, ipOf, languageOf } from '@libs/platform';
import { newEmailBody, tokensWire, toWaiting, verifyBody, waitingWire } from './customers.dto';
import { TokenAnswers } from './token-answers';

const DOOR = { default: { limit: 60, ttl: 60_000 } };

/** A guest moves the account to another address. */
@ApiTags('customers')
@Controller('customers/email/change')
@ForCustomer()
export class CustomerAddressController {
  constructor(
    private readonly answers: TokenAnswers,
    private readonly askForNewEmail: AskForNewEmail,
    private readonly changeEmail: ChangeEmail,
  ) {}

  @Post()
  @Throttle(DOOR)
  @Answers({
    summary: 'Ask for another address; a code goes there',
    description:
      'The answer is the same whether the address has an account or not; a known one gets a mail that says so.',
    body: waitingWire,
    status: 202,
    refusals: {
      400: 'password.wrong',
      429: 'customer.locked (facts retry_after_s)',
      503: 'mail.unavailable',
    },
  })
  async ask(
    @CallingCustomer() { customerId }: CustomerCaller,
    @Body({ schema: newEmailBody }) { password, email }: z.output<typeof newEmailBody>,
    @Req() req: Request,
  ) {
    const asker = { ip: ipOf(req), language: languageOf(req) };
    return toWaiting(await this.askForNewEmail.execute(customerId, password, email, asker));
  }

  @Post('confirm')
  @Throttle(DOOR)
  @Answers({
    summary: 'The new address counts from now on; every login ends, this one goes on with the tokens of the answer',
    body: tokensWire,
    refusals: {
      400: 'customer.code_wrong: wrong, too old, used, or tried too often',
      409: 'customer.already_registered',
    },
  })
  async confirm(
    @CallingCustomer() { customerId }: CustomerCaller,
    @Body({ schema: verifyBody }) { token, code }: z.output<typeof verifyBody>,
    @Req() req: Request,
  ) {
    const asker = { ip: ipOf(req), language: languageOf(req) };
    return this.answers.of(await this.changeEmail.execute(customerId, token, code, asker));
  }
}
