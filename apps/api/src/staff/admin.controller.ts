import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { ApiTags } from '@nestjs/swagger';
import { Request, Response } from 'express';
import { z } from 'zod';
import { DomainError } from '@libs/kernel';
import { Allow, Answers, AppConfig, Caller, ipOf, Principal, Public } from '@libs/platform';
import { ChangePassword, LogInAdmin, SecondFactor } from '@libs/staff/application';
import { changePasswordBody, confirmFactorBody, disableFactorBody, factorWire } from './account.dto';
import { Me } from './me';
import { refuseOtherApp, setSession } from './session-cookies';
import { adminLoginBody, meWire } from './session.dto';

/** The door of the back office, and the caller's own account there. */
@ApiTags('staff')
@Controller('admin')
export class AdminController {
  constructor(
    private readonly config: AppConfig,
    private readonly me: Me,
    private readonly logInAdmin: LogInAdmin,
    private readonly changePassword: ChangePassword,
    private readonly secondFactor: SecondFactor,
  ) {}

  @Post('login')
  @Public()
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Answers({
    summary: 'Log in to the back office',
    body: meWire,
    refusals: { 401: 'admin.wrong, admin.totp_required', 429: 'admin.locked (facts retry_after_s)' },
  })
  async login(
    @Body({ schema: adminLoginBody }) body: z.output<typeof adminLoginBody>,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ) {
    refuseOtherApp(req, 'admin');
    const { username, password, totp = null } = body;
    const { sessionId, token } = await this.logInAdmin.execute({ username, password, totp, ip: ipOf(req) });
    setSession(req, res, this.config, 'admin', token);
    return this.me.of(sessionId);
  }

  @Post('password')
  @Allow()
  @Answers({
    summary: 'Change the own password; other sessions of the account end',
    refusals: { 400: 'password.wrong, password.too_short, password.is_username, password.trivial' },
  })
  async password(
    @Caller() caller: Principal,
    @Body({ schema: changePasswordBody }) body: z.output<typeof changePasswordBody>,
  ): Promise<void> {
    await this.changePassword.execute(inBackOffice(caller), body.current, body.new);
  }

  @Post('totp/setup')
  @Allow()
  @Answers({
    summary: 'Propose a second factor; it counts once a first code confirms it',
    body: factorWire,
    refusals: { 409: 'totp.already_on' },
  })
  async setUpTotp(@Caller() caller: Principal) {
    const { secret, url } = await this.secondFactor.propose(inBackOffice(caller));
    return { secret, otpauth_url: url };
  }

  @Post('totp/confirm')
  @Allow()
  @Answers({
    summary: 'Turn the proposed second factor on by its first code',
    refusals: { 400: 'totp.wrong', 409: 'totp.not_set_up, totp.already_on' },
  })
  async confirmTotp(
    @Caller() caller: Principal,
    @Body({ schema: confirmFactorBody }) body: z.output<typeof confirmFactorBody>,
  ): Promise<void> {
    await this.secondFactor.confirm(inBackOffice(caller), body.code);
  }

  @Post('totp/disable')
  @Allow()
  @Answers({ summary: 'Turn the second factor off by the password', refusals: { 400: 'password.wrong' } })
  async disableTotp(
    @Caller() caller: Principal,
    @Body({ schema: disableFactorBody }) body: z.output<typeof disableFactorBody>,
  ): Promise<void> {
    await this.secondFactor.disable(inBackOffice(caller), body.password);
  }
}

/** An account is touched only by who entered with its password. */
function inBackOffice(caller: Principal): Principal {
  if (caller.kind !== 'admin') throw new DomainError('auth.forbidden', 'forbidden');
  return caller;
}
