import { Body, Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
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
  idParam,
  ipOf,
  Principal,
  Public,
  setSecret,
} from '@libs/platform';
import { CreateDevice, EnrolDevice, RenewDeviceCode, RevokeDevice, UnlockDevice } from '@libs/staff/application';
import { DeviceQueries } from '@libs/staff/infrastructure';
import {
  createDeviceBody,
  deviceCodeWire,
  devicePage,
  devicesQuery,
  enrolBody,
  enrolledWire,
  ownDeviceWire,
  toDeviceCode,
  toDevicePage,
} from './devices.dto';

const UNKNOWN = { 404: 'device.unknown' };
type Id = z.output<typeof idParam>;

/** The tablets of the house. */
@ApiTags('staff')
@Controller('devices')
export class DevicesController {
  constructor(
    private readonly config: AppConfig,
    private readonly venues: FindVenue,
    private readonly createDevice: CreateDevice,
    private readonly enrolDevice: EnrolDevice,
    private readonly devices: DeviceQueries,
    private readonly renewCode: RenewDeviceCode,
    private readonly unlockDevice: UnlockDevice,
    private readonly revokeDevice: RevokeDevice,
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

  @Get()
  @Allow('device.manage')
  @Answers({ summary: 'Tablets by name', body: devicePage })
  async list(
    @Caller() caller: Principal,
    @Query({ schema: devicesQuery }) { limit, cursor }: z.output<typeof devicesQuery>,
  ) {
    return toDevicePage(await this.devices.list(caller.venueId, limit, cursor));
  }

  @Post(':id/code')
  @Allow('device.manage')
  @Answers({
    summary: 'A new one-time code; the one before counts no more',
    body: deviceCodeWire,
    status: 201,
    refusals: { ...UNKNOWN, 409: 'device.revoked' },
  })
  async code(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id) {
    return toDeviceCode(await this.renewCode.execute(caller, id));
  }

  @Post(':id/unlock')
  @Allow('device.manage')
  @Answers({ summary: 'Let a tablet try PINs again', refusals: UNKNOWN })
  async unlock(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id): Promise<void> {
    await this.unlockDevice.execute(caller, id);
  }

  @Delete(':id')
  @Allow('device.manage')
  @Answers({ summary: 'Take a tablet out of service, with every session on it', refusals: UNKNOWN })
  async revoke(@Caller() caller: Principal, @Param({ schema: idParam }) { id }: Id): Promise<void> {
    await this.revokeDevice.execute(caller, id);
  }
}
