import { Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@libs/kernel';
import { Database, isUnavailable, Log, sql } from '@libs/platform';
import { ExpirePoints } from '../application';

const EVERY_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;
const HOUSES = sql(
  'wallet.houses_with_expiry',
  'SELECT venue_id AS "venueId", points_expire_days AS days FROM wallet.limits WHERE points_expire_days IS NOT NULL',
);

/** Lets points expire that nobody touched for as long as the house decided. Every instance looks; each account once. */
@Injectable()
export class PointsClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly expirePoints: ExpirePoints,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One round over all houses; a round that is still at work is waited for instead. */
  tick(): Promise<void> {
    this.running ??= this.round().finally(() => (this.running = undefined));
    return this.running;
  }

  private async round(): Promise<void> {
    try {
      for (const { venueId, days } of await this.database.rows<{ venueId: string; days: number }>(HOUSES)) {
        const at = this.clock.now();
        const actor = { employeeId: null, employeeName: null, deviceId: null, ip: null };
        const idleSince = new Date(at.getTime() - days * DAY_MS);
        await this.expirePoints.execute({ venueId, nightId: null, actor, at }, idleSince);
      }
    } catch (error) {
      if (!isUnavailable(error)) this.log.error({ err: error }, 'points could not expire; next time');
    }
  }
}
