import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Request } from 'express';
import { z } from 'zod';
import {
  Asker,
  ChangePassword,
  ConfirmEmail,
  ForgotPassword,
  LogIn,
  LogOut,
  Register,
  RenewTokens,
  ResetPassword,
} from '@libs/customers/application';
import {
  Answers,
  AppCaller,
  CallingApp,
  CallingCustomer,
  CustomerCaller,
  ForCustomer,
  ipOf,
  languageOf,
  PublicOfHouse,
} from '@libs/platform';
import {
  forgotBody,
  loginBody,
  OK,
  okWire,
  passwordBody,
  refreshBody,
  registerBody,
  resetBody,
  tokensWire,
  toRegistration,
  toWaiting,
  verifyBody,
  waitingWire,
} from './customers.dto';
import { houseMeant } from './house-meant';
import { TokenAnswers } from './token-answers';

/** A full house may share one address; whoever tries passwords from it is slowed down by the lock of each account. */
const DOOR = { default: { limit: 60, ttl: 60_000 } };
const CODE = { 400: 'customer.code_wrong: wrong, too old, used, or tried too often' };
const TOKENS = { body: tokensWire };

/** How a guest gets in: account, login, tokens, password. */
@ApiTags('customers')
@Controller('customers')
export class CustomerAccessController {
  constructor(
    private readonly answers: TokenAnswers,
    private readonly registration: Register,
    private readonly confirmEmail: ConfirmEmail,
    private readonly logIn: LogIn,
    private readonly renewTokens: RenewTokens,
    private readonly logOut: LogOut,
    private readonly changePassword: ChangePassword,
    private readonly forgotPassword: ForgotPassword,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Post('register')
  @PublicOfHouse()
  @Throttle(DOOR)
  @Answers({
    summary: 'Ask for an account; a code goes to the address',
    description:
      'The answer is the same whether the address has an account or not; a known address gets a mail that says so. The account begins with POST /customers/email/verify.',
    body: waitingWire,
    status: 202,
    refusals: {
      400: 'password.too_short, password.is_email, password.trivial, customer.venue_missing',
      422: 'customer.under_age',
      503: 'mail.unavailable, customer.busy',
    },
  })
  async register(
    @Body({ schema: registerBody }) body: z.output<typeof registerBody>,
    @CallingApp() app: AppCaller | undefined,
    @Req() req: Request,
  ) {
    const given = { ...body, venue_id: houseMeant(app, body.venue_id) };
    return toWaiting(await this.registration.execute(toRegistration(given), askerOf(req)));
  }

  @Post('email/verify')
  @PublicOfHouse()
  @Throttle(DOOR)
  @Answers({
    summary: 'Confirm the address by the code from the mail: the account begins, logged in',
    ...TOKENS,
    status: 201,
    refusals: { ...CODE, 409: 'customer.already_registered' },
  })
  async verify(@Body({ schema: verifyBody }) body: z.output<typeof verifyBody>, @Req() req: Request) {
    return this.answers.of(await this.confirmEmail.execute(body.token, body.code, ipOf(req)));
  }

  @Post('login')
  @PublicOfHouse()
  @Throttle(DOOR)
  @Answers({
    summary: 'Log in by address and password',
    ...TOKENS,
    refusals: {
      401: 'customer.wrong',
      403: 'customer.disabled',
      429: 'customer.locked (facts retry_after_s)',
      503: 'customer.busy',
    },
  })
  async login(
    @Body({ schema: loginBody }) body: z.output<typeof loginBody>,
    @CallingApp() app: AppCaller | undefined,
    @Req() req: Request,
  ) {
    const { email, password } = body;
    const venueId = houseMeant(app, body.venue_id);
    return this.answers.of(await this.logIn.execute({ venueId, email, password }, askerOf(req)));
  }

  @Post('refresh')
  @PublicOfHouse()
  @Answers({
    summary: 'Exchange the refresh token for the next one and a fresh access token',
    description:
      'For ten seconds the token before answers with the same successor, since an answer may get lost. Later it ends the login: somebody else holds a copy.',
    ...TOKENS,
    refusals: { 401: 'customer.refresh_invalid' },
  })
  async refresh(@Body({ schema: refreshBody }) body: z.output<typeof refreshBody>, @Req() req: Request) {
    return this.answers.of(await this.renewTokens.execute(body.refresh_token, ipOf(req)));
  }

  @Post('logout')
  @PublicOfHouse()
  @Answers({ summary: 'End the login that this refresh token belongs to, access tokens included', body: okWire })
  async logout(@Body({ schema: refreshBody }) body: z.output<typeof refreshBody>) {
    await this.logOut.execute(body.refresh_token);
    return OK;
  }

  @Post('password/change')
  @ForCustomer()
  @Throttle(DOOR)
  @Answers({
    summary: 'Change the password; every login ends, this one goes on with the tokens of the answer',
    ...TOKENS,
    refusals: {
      400: 'password.wrong, password.too_short, password.is_email, password.trivial',
      429: 'customer.locked (facts retry_after_s)',
    },
  })
  async change(
    @CallingCustomer() caller: CustomerCaller,
    @Body({ schema: passwordBody }) body: z.output<typeof passwordBody>,
    @Req() req: Request,
  ) {
    const { customerId } = caller;
    return this.answers.of(await this.changePassword.execute(customerId, body.current, body.new, askerOf(req)));
  }

  @Post('password/forgot')
  @PublicOfHouse()
  @Throttle(DOOR)
  @Answers({
    summary: 'Ask for a code to set a new password; it goes to the address if that has an account',
    body: waitingWire,
    status: 202,
    refusals: { 503: 'mail.unavailable' },
  })
  async forgot(
    @Body({ schema: forgotBody }) body: z.output<typeof forgotBody>,
    @CallingApp() app: AppCaller | undefined,
    @Req() req: Request,
  ) {
    const venueId = houseMeant(app, body.venue_id);
    return toWaiting(await this.forgotPassword.execute(body.email, venueId, askerOf(req)));
  }

  @Post('password/reset')
  @PublicOfHouse()
  @Throttle(DOOR)
  @Answers({
    summary: 'Set a new password by the code from the mail, once; every login ends',
    body: okWire,
    refusals: { 400: `${CODE[400]}; password.too_short, password.is_email, password.trivial` },
  })
  async reset(@Body({ schema: resetBody }) body: z.output<typeof resetBody>, @Req() req: Request) {
    await this.resetPassword.execute({ handle: body.token, code: body.code, password: body.password }, askerOf(req));
    return OK;
  }
}

function askerOf(req: Request): Asker {
  return { ip: ipOf(req), language: languageOf(req) };
}
