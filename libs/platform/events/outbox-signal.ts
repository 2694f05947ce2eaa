import { Injectable } from '@nestjs/common';

/** Wakes the relay of this instance after a commit, so that it need not wait for its next look. */
@Injectable()
export class OutboxSignal {
  private wake: () => void = () => undefined;

  notify(): void {
    this.wake();
  }

  /** Resolves at the next {@link notify}, or after `ms` milliseconds. */
  async next(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => undefined;
  }
}
