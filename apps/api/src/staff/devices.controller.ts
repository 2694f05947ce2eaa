import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import { Request, Response } from 'express';
import { z } from 'zod';
import { actorRef } from '@libs/kernel';
import { FindVenue } from '@libs/nights/application';
import {
  Allow,
  Answers,
  AppConfig,
  Caller,
  CallingDevice,
  DevicePrincipal,
  ForDevice,
  ipOf,
  Principal,
  Public,
  setSecret,
} from '@libs/platform';
import { CreateDevice, EnrolDevice } from '@libs/staff/application';
import { createDeviceBody, deviceCodeWire, enrolBody, enrolledWire, ownDeviceWire, toDeviceCode } from './devices.dto';

/** The tablets of the house. */
@ApiTags('staff')
@Controller('devices')
export class DevicesController {
  constructor(
    private readonly config: AppConfig,
    private readonly venues: FindVenue,
    private readonly createDevice: CreateDevice,
    private readonly enrolDevice: EnrolDevice,
  ) {}

  @Post('enrol')
  @Public()
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Answers({
    summary: 'Make this tablet one of the house by a one-time code',
    body: enrolledWire,
    status: 201,
    refusals: { 404: 'device.code_unknown: wrong, too old or used' },
  })
  async enrol(
    @Body({ schema: enrolBody }) body: z.output<typeof enrolBody>,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ) {
    const { id, name, venueId, credential } = await this.enrolDevice.execute(body.code, ipOf(req));
    setSecret(req, res, this.config, 'device', credential);
    return { id, name, venue_name: (await this.venues.execute(venueId)).name };
  }

  @Get('me')
  @ForDevice()
  @Answers({ summary: 'Which tablet this is', body: ownDeviceWire })
  async own(@CallingDevice() device: DevicePrincipal) {
    const { id, name } = await this.venues.execute(device.venueId);
    return { id: device.deviceId, name: device.name, venue: { id, name } };
  }

  @Post()
  @Allow('device.manage')
  @Answers({ summary: 'Announce a tablet and get its one-time code', body: deviceCodeWire, status: 201 })
  async create(
    @Caller() caller: Principal,
    @Body({ schema: createDeviceBody }) { name }: z.output<typeof createDeviceBody>,
  ) {
    return toDeviceCode(await this.createDevice.execute({ venueId: caller.venueId, name, by: actorRef(caller) }));
  }
}
