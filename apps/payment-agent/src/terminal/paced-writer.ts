import type { Transport } from './transport';

/** Writes one after the other, with the pause between two writes that the terminal needs. */
export class PacedWriter {
  private last = Number.NEGATIVE_INFINITY;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transport: Transport,
    private readonly gapMs: number,
    private readonly lineEnd: string,
  ) {}

  /** @throws Error when the line is gone; some of the bytes may have arrived */
  write(text: string): Promise<void> {
    const turn = this.queue.then(() => this.writeNow(text));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async writeNow(text: string): Promise<void> {
    const wait = this.last + this.gapMs - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    this.last = performance.now();
    await this.transport.write(text + this.lineEnd);
    this.last = performance.now();
  }
}
