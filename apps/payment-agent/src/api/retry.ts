import { ApiError } from './agent-api';

export interface Pauses {
  /** The first pause, and the longest, while the API cannot be reached. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** Both for a key that the API does not know: nothing but a person changes that. */
  readonly unauthorisedFirstMs: number;
  readonly unauthorisedLongestMs: number;
}

export const PAUSES: Pauses = {
  firstMs: 1_000,
  longestMs: 60_000,
  unauthorisedFirstMs: 15_000,
  unauthorisedLongestMs: 300_000,
};

/** Growing pauses with some chance in them, so that all tills of a club do not come back in the same instant. */
export class Backoff {
  private failures = 0;

  constructor(
    private readonly pauses: Pauses = PAUSES,
    private readonly chance: () => number = Math.random,
  ) {}

  succeeded(): void {
    this.failures = 0;
  }

  /** How long to wait now, in milliseconds. */
  failed(error: unknown): number {
    this.failures += 1;
    const { firstMs, longestMs, unauthorisedFirstMs, unauthorisedLongestMs } = this.pauses;
    const isKey = error instanceof ApiError && error.kind === 'unauthorised';
    const [first, longest] = isKey ? [unauthorisedFirstMs, unauthorisedLongestMs] : [firstMs, longestMs];
    const growing = Math.min(longest, first * 2 ** (this.failures - 1));
    const asked = error instanceof ApiError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
    return Math.max(growing * (0.5 + this.chance() / 2), Math.min(asked, longest));
  }
}

/** Waits, or returns early when the signal is given. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done, { once: true });
  });
}
