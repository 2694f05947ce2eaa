import { useEffect, useRef, useState } from 'react';
import type { Workbox } from 'workbox-window';

/** How often a page that stays open all night asks for a newer version, ms. */
const ASK_EVERY_MS = 30 * 60 * 1_000;

/**
 * Registers the app's service worker (`base` is "/pos/"; the built app only) and says when a newer version waits.
 * It never reloads by itself: nobody's sale is interrupted. `apply()` reloads into the new version.
 */
export function useAppUpdate(base: string, enabled: boolean): { readonly ready: boolean; readonly apply: () => void } {
  const [ready, setReady] = useState(false);
  const workbox = useRef<Workbox>(undefined);

  useEffect(() => {
    if (!enabled || !('serviceWorker' in navigator)) return;
    let gone = false;
    let timer: ReturnType<typeof setInterval> | undefined;
    const waiting = (): void => {
      if (!gone) setReady(true);
    };
    const start = async (): Promise<void> => {
      const { Workbox: Worker } = await import('workbox-window');
      if (gone) return;
      const worker = new Worker(`${base}sw.js`, { scope: base });
      workbox.current = worker;
      worker.addEventListener('waiting', waiting);
      timer = setInterval(() => void worker.update().catch(() => undefined), ASK_EVERY_MS);
      await worker.register();
    };
    // Refused or unreachable: the app runs from the network, and the next visit registers again.
    void start().catch(() => undefined);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [base, enabled]);

  const apply = (): void => {
    workbox.current?.addEventListener('controlling', () => window.location.reload());
    workbox.current?.messageSkipWaiting();
  };
  return { ready, apply };
}
