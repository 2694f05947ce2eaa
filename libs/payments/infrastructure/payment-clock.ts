import { Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { isUnavailable, Log } from '@libs/platform';
import { FollowCharges, KeepTime, RefundPayment } from '../application';

const EVERY_MS = 3_000;

/** Looks after payments that nobody looks after. Every instance does; each act locks what it changes and looks again. */
@Injectable()
export class PaymentClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly time: KeepTime,
    private readonly charges: FollowCharges,
    private readonly refunds: RefundPayment,
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

  /** One round of everything; a round that is still at work is waited for instead. */
  tick(): Promise<void> {
    this.running ??= this.round().finally(() => (this.running = undefined));
    return this.running;
  }

  private async round(): Promise<void> {
    await this.attempt('expire attempts', () => this.time.expire());
    await this.attempt('doubt silent terminals', () => this.time.doubtSilent());
    await this.attempt('ask for charges', () => this.charges.askWaiting());
    await this.attempt('finish sales', () => this.time.finishSales());
    await this.attempt('send refunds', () => this.refunds.sendWaiting());
    await this.attempt('doubt silent refunds', () => this.refunds.doubtSilent());
  }

  private async attempt(what: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!isUnavailable(error)) this.log.error({ err: error }, `payments could not ${what}; next time`);
    }
  }
}
