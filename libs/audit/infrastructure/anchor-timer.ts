import { Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { isUnavailable, Log } from '@libs/platform';
import { AnchorDaily } from '../application';

/** How often an instance looks for a venue that waits for its anchor of the day, in ms. */
const LOOK_EVERY_MS = 600_000;

@Injectable()
export class AnchorTimer implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly anchorDaily: AnchorDaily,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.look();
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    try {
      await this.anchorDaily.execute();
    } catch (error) {
      if (!isUnavailable(error)) this.log.error({ err: error }, 'the audit trail could not be anchored; next time');
    }
  }
}
