import { setTimeout as delay } from 'node:timers/promises';

/**
 * What goes wrong with the next notifications, one each. late: held back until `release`, or `lateMs`. reorder: held back
 * until the next one has been sent. forge: a stranger's comes first. answer_lost: it arrives, its answer does not.
 */
export const NOTICE_FAULTS = ['none', 'lose', 'double', 'late', 'reorder', 'forge', 'answer_lost'] as const;
export type NoticeFault = (typeof NOTICE_FAULTS)[number];

export interface Notice {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Delivery {
  readonly notice: Notice;
  /** The same words without the provider's secret. */
  readonly forged: Notice;
  readonly timeoutMs: number;
}

/** Delivers notifications once, as both providers do, and goes wrong as told. */
export class NoticePost {
  readonly faults: NoticeFault[] = [];
  private held: Delivery[] = [];
  private untilNext: Delivery[] = [];
  private readonly closing = new AbortController();
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly lateMs?: number) {}

  /** @returns whether the shop answered 2xx with JSON in time, as far as the provider can tell */
  async deliver(delivery: Delivery): Promise<boolean> {
    switch (this.faults.shift() ?? 'none') {
      case 'lose':
        return false;
      case 'late':
        this.held.push(delivery);
        if (this.lateMs !== undefined) void this.track(this.releaseAfter(this.lateMs));
        return false;
      case 'reorder':
        this.untilNext.push(delivery);
        return false;
      case 'double': {
        const answered = await this.send(delivery);
        await this.send(delivery);
        return answered;
      }
      case 'forge':
        await this.send({ ...delivery, notice: delivery.forged });
        return this.send(delivery);
      case 'answer_lost':
        await this.send(delivery);
        return false;
      default:
        return this.send(delivery);
    }
  }

  /** Sends what was held back as late. */
  async release(): Promise<void> {
    const held = this.held;
    this.held = [];
    for (const delivery of held) await this.send(delivery);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.underWay);
  }

  private async send(delivery: Delivery): Promise<boolean> {
    const answered = await this.track(this.request(delivery));
    const waiting = this.untilNext;
    this.untilNext = [];
    for (const earlier of waiting) await this.track(this.request(earlier));
    return answered;
  }

  private async request({ notice, timeoutMs }: Delivery): Promise<boolean> {
    try {
      const response = await fetch(notice.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...notice.headers },
        body: JSON.stringify(notice.body),
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), this.closing.signal]),
      });
      await response.json();
      return response.ok;
    } catch {
      return false;
    }
  }

  private async releaseAfter(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.closing.signal }).then(
      () => this.release(),
      () => undefined,
    );
  }

  private track<T>(work: Promise<T>): Promise<T> {
    this.underWay.add(work);
    const done = (): void => void this.underWay.delete(work);
    work.then(done, done);
    return work;
  }
}
