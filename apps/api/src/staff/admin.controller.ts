import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import { ApiTags } from '@nestjs/swagger';
import { Request, Response } from 'express';
import { z } from 'zod';
import { Answers, AppConfig, ipOf, Public } from '@libs/platform';
import { LogInAdmin } from '@libs/staff/application';
import { Me } from './me';
import { refuseOtherApp, setSession } from './session-cookies';
import { adminLoginBody, meWire } from './session.dto';

/** The door of the back office. */
@ApiTags('staff')
@Controller('admin')
export class AdminController {
  constructor(
    private readonly config: AppConfig,
    private readonly me: Me,
    private readonly logInAdmin: LogInAdmin,
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
}
