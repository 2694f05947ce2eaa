import { useEffect } from 'react';

/** Keeps the screen on while mounted, where the browser can, and asks again when the page is shown again. */
export function useWakeLock(enabled = true): void {
  useEffect(() => {
    if (!enabled || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      try {
        const granted = await navigator.wakeLock.request('screen');
        if (gone) await granted.release();
        else lock = granted;
      } catch {
        // Refused, for example on low battery: the screen may dim, work goes on.
      }
    };
    const again = (): void => void ask();
    void ask();
    document.addEventListener('visibilitychange', again);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, [enabled]);
}
