import { Injectable } from '@nestjs/common';

/** Wakes the relay of this instance after a commit, so that it need not wait for its next look. */
@Injectable()
export class OutboxSignal {
  private isWaiting = false;
  private wake: () => void = () => undefined;

  notify(): void {
    this.isWaiting = true;
    this.wake();
  }

  /** Resolves after the next {@link notify}, at once when one came since the last call, or after `ms` milliseconds. */
  async next(ms: number): Promise<void> {
    if (!this.isWaiting) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = () => undefined;
    }
    this.isWaiting = false;
  }
}
