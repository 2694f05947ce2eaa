import { setTimeout as delay } from 'node:timers/promises';
import { PostgresProcess, type ServerOptions } from './server';

/** Keeps one server running until it is told to stop. */
export class Supervisor {
  private expected = false;

  private constructor(
    private readonly options: ServerOptions,
    private server: PostgresProcess,
  ) {
    this.watch();
  }

  static async start(options: ServerOptions): Promise<Supervisor> {
    return new Supervisor(options, await PostgresProcess.start(options));
  }

  async stop(mode: 'fast' | 'crash' = 'fast'): Promise<void> {
    this.expected = true;
    await this.server.stop(mode);
  }

  async restart(mode: 'fast' | 'crash'): Promise<void> {
    await this.stop(mode);
    this.server = await PostgresProcess.start(this.options);
    this.expected = false;
    this.watch();
  }

  private watch(): void {
    this.server.onExit(() => {
      if (!this.expected) void this.revive();
    });
  }

  private async revive(): Promise<void> {
    for (let pause = 100; !this.expected; pause = Math.min(pause * 2, 5_000)) {
      await delay(pause);
      try {
        this.server = await PostgresProcess.start(this.options);
        this.watch();
        return;
      } catch (error) {
        process.emitWarning(error as Error);
      }
    }
  }
}
