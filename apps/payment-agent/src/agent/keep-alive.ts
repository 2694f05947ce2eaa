import type { AgentApi } from '../api/agent-api';

/** Tells the API that the agent is still at it, and hears whether the sale should be cancelled. */
export class KeepAlive {
  private readonly timer: NodeJS.Timeout;
  private queue: Promise<void> = Promise.resolve();
  private waiting = 0;
  private cancelled = false;
  private stopped = false;

  constructor(
    private readonly api: AgentApi,
    private readonly operation: { readonly id: string; readonly fence: number },
    private readonly onCancel: () => void,
    everyMs: number,
  ) {
    this.timer = setInterval(() => {
      if (this.waiting === 0) this.tell();
    }, everyMs);
  }

  /** Hands on what the terminal shows, in order; a message that does not get through is no reason to stop. */
  tell(message?: { code: number; text: string }): void {
    if (this.stopped) return;
    this.waiting += 1;
    this.queue = this.queue.then(async () => {
      try {
        if (this.stopped) return;
        const { id, fence } = this.operation;
        if (await this.api.progress(id, fence, message)) this.cancel();
      } catch {
        // The result has retries of its own; progress is only for the eye.
      } finally {
        this.waiting -= 1;
      }
    });
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.timer);
  }

  private cancel(): void {
    if (this.cancelled || this.stopped) return;
    this.cancelled = true;
    this.onCancel();
  }
}
