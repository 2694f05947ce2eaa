import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Request, Response } from 'express';
import { z } from 'zod';
import {
  AllowLocked,
  Allow,
  Answers,
  AppConfig,
  Caller,
  CallingDevice,
  DevicePrincipal,
  ForDevice,
  ipOf,
  Principal,
} from '@libs/platform';
import { LockSession, LogInStaff, LogOut, UnlockSession } from '@libs/staff/application';
import { SessionQueries } from '@libs/staff/infrastructure';
import { Me } from './me';
import { clearSession, refuseOtherApp, setSession } from './session-cookies';
import { meWire, pickableQuery, pickableWire, staffLoginBody, toPickable, unlockBody } from './session.dto';

const PIN_REFUSALS = {
  401: 'pin.wrong (facts attempts_left)',
  423: 'pin.needs_supervisor, device.locked',
  429: 'pin.locked (facts retry_after_s)',
};

/** Logging in on a tablet, locking it, and who is there. */
@ApiTags('staff')
@Controller()
export class SessionController {
  constructor(
    private readonly config: AppConfig,
    private readonly sessions: SessionQueries,
    private readonly me: Me,
    private readonly logInStaff: LogInStaff,
    private readonly logOut: LogOut,
    private readonly lockSession: LockSession,
    private readonly unlockSession: UnlockSession,
  ) {}

  @Get('staff/pickable')
  @ForDevice()
  @Answers({ summary: 'Who may log in at a station, the latest on this tablet first', body: pickableWire })
  async pickable(
    @CallingDevice() device: DevicePrincipal,
    @Query({ schema: pickableQuery }) { station }: z.output<typeof pickableQuery>,
  ) {
    return toPickable(await this.sessions.pickable(device.venueId, device.deviceId, station));
  }

  @Post('staff/login')
  @ForDevice()
  @Answers({
    summary: 'Log in on an enrolled tablet: name and PIN, at the bar name and bar',
    body: meWire,
    refusals: { ...PIN_REFUSALS, 403: 'staff.not_at_station', 404: 'staff.bar_unknown' },
  })
  async login(
    @CallingDevice() device: DevicePrincipal,
    @Body({ schema: staffLoginBody }) body: z.output<typeof staffLoginBody>,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ) {
    refuseOtherApp(req, body.station);
    const { sessionId, token } = await this.logInStaff.execute({
      deviceId: device.deviceId,
      venueId: device.venueId,
      employeeId: body.employee_id,
      station: body.station,
      pin: body.station === 'bar' ? null : body.pin,
      barId: body.station === 'bar' ? body.bar_id : null,
      ip: ipOf(req),
    });
    setSession(req, res, this.config, body.station, token);
    return this.me.of(sessionId);
  }

  @Post('staff/lock')
  @Allow()
  @Answers({ summary: 'Lock the screen; the session and its cart stay' })
  async lock(@Caller() caller: Principal): Promise<void> {
    await this.lockSession.execute(caller);
  }

  @Post('staff/unlock')
  @AllowLocked()
  @Answers({
    summary: 'Unlock the screen by the PIN of the same person; at the bar without',
    body: meWire,
    refusals: PIN_REFUSALS,
  })
  async unlock(@Caller() caller: Principal, @Body({ schema: unlockBody }) body: z.output<typeof unlockBody>) {
    await this.unlockSession.execute(caller, caller.kind, body.pin ?? null);
    return this.me.of(caller.sessionId);
  }

  @Get('auth/me')
  @AllowLocked()
  @Answers({ summary: 'Who is logged in, where, and what they may do', body: meWire })
  async who(@Caller() caller: Principal) {
    return this.me.of(caller.sessionId);
  }

  @Post('auth/logout')
  @AllowLocked()
  @Answers({ summary: 'End the session' })
  async logout(
    @Caller() caller: Principal,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<void> {
    await this.logOut.execute(caller);
    clearSession(req, res, caller.station);
  }
}
