import { Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { isUnavailable, Log } from '@libs/platform';
import { EndOrder } from '../application';

const EVERY_MS = 5_000;

/**
 * Ends orders whose time is up. Every instance does; each order is locked and looked at again. Nobody has to wait for it:
 * whoever orders meanwhile frees what is due by themselves.
 */
@Injectable()
export class OrderClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly orders: EndOrder,
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

  /** One round; a round that is still at work is waited for instead. */
  tick(): Promise<void> {
    this.running ??= this.round().finally(() => (this.running = undefined));
    return this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.orders.expireDue();
    } catch (error) {
      if (!isUnavailable(error)) this.log.error({ err: error }, 'entries could not end orders; next time');
    }
  }
}
