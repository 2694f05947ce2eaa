export type Link = 'online' | 'offline';

export interface HeartbeatState {
  /** Whether the server answered the last question. */
  readonly link: Link;
  /** When the link became so, ms since the epoch. */
  readonly since: number;
  /** When the server last answered, ms since the epoch; null until it first did. */
  readonly lastAnswerAt: number | null;
}

export interface HeartbeatOptions {
  readonly url: string;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly fetch: (url: string, init: RequestInit) => Promise<{ ok: boolean }>;
  readonly now: () => number;
}

/**
 * Asks the server whether it is there, every few seconds, because a browser's `navigator.onLine` stays true while the
 * router is up and the server is not. Questions never overlap; one that is not answered in time counts as no answer.
 */
export class Heartbeat {
  private current: HeartbeatState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;

  constructor(private readonly options: HeartbeatOptions) {
    this.current = { link: 'online', since: options.now(), lastAnswerAt: null };
  }

  readonly state = (): HeartbeatState => this.current;

  /** Beats while at least one listener is there. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) void this.beat();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  };

  /** Asks at once, for example when the browser reports that a network came or went. */
  readonly beat = async (): Promise<void> => {
    clearTimeout(this.timer);
    if (this.asking) return;
    const asking = new AbortController();
    this.asking = asking;
    const answered = await this.ask(asking);
    if (this.asking !== asking) return;
    this.asking = undefined;
    this.settle(answered);
    if (this.listeners.size > 0) this.timer = setTimeout(() => void this.beat(), this.options.intervalMs);
  };

  private async ask(asking: AbortController): Promise<boolean> {
    const alarm = setTimeout(() => asking.abort(), this.options.timeoutMs);
    const late = new Promise<boolean>((resolve) => asking.signal.addEventListener('abort', () => resolve(false)));
    try {
      const answer = this.options.fetch(this.options.url, { cache: 'no-store', signal: asking.signal });
      return await Promise.race([answer.then((response) => response.ok), late]);
    } catch {
      return false;
    } finally {
      clearTimeout(alarm);
    }
  }

  private settle(answered: boolean): void {
    const now = this.options.now();
    const link: Link = answered ? 'online' : 'offline';
    const changed = link !== this.current.link;
    this.current = {
      link,
      since: changed ? now : this.current.since,
      lastAnswerAt: answered ? now : this.current.lastAnswerAt,
    };
    this.listeners.forEach((listener) => listener());
  }

  private stop(): void {
    clearTimeout(this.timer);
    const asking = this.asking;
    this.asking = undefined;
    asking?.abort();
  }
}
