import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Heartbeat, type HeartbeatState } from './heartbeat';

export interface UseHeartbeatOptions {
  /** Pause between two questions, ms. */
  readonly intervalMs?: number;
  /** How long an answer may take, ms. */
  readonly timeoutMs?: number;
}

/**
 * Whether the server behind `url` (the app's health route) answers, and since when.
 * Also asks at once when the browser says the network went or came, and when the page is shown again.
 */
export function useHeartbeat(url: string, options: UseHeartbeatOptions = {}): HeartbeatState & { check: () => void } {
  const { intervalMs = 5_000, timeoutMs = 2_500 } = options;
  const heartbeat = useMemo(
    () => new Heartbeat({ url, intervalMs, timeoutMs, fetch: (to, init) => fetch(to, init), now: Date.now }),
    [url, intervalMs, timeoutMs],
  );
  const state = useSyncExternalStore(heartbeat.subscribe, heartbeat.state);

  useEffect(() => {
    const ask = (): void => void heartbeat.beat();
    const askWhenShown = (): void => {
      if (document.visibilityState === 'visible') ask();
    };
    window.addEventListener('offline', ask);
    window.addEventListener('online', ask);
    document.addEventListener('visibilitychange', askWhenShown);
    return () => {
      window.removeEventListener('offline', ask);
      window.removeEventListener('online', ask);
      document.removeEventListener('visibilitychange', askWhenShown);
    };
  }, [heartbeat]);

  return { ...state, check: () => void heartbeat.beat() };
}
