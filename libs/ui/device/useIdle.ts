import { useEffect, useEffectEvent } from 'react';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel'] as const;

/**
 * Calls `onIdle` once nobody touched the screen for `ms`, to lock the till. Pass `enabled: false` while a charge is under
 * way: a till never locks in the middle of one. Counts again from zero when enabled again.
 */
export function useIdle(ms: number, onIdle: () => void, { enabled = true }: { readonly enabled?: boolean } = {}): void {
  const idle = useEffectEvent(onIdle);

  useEffect(() => {
    if (!enabled) return;
    let timer = setTimeout(() => idle(), ms);
    const alive = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => idle(), ms);
    };
    SIGNS_OF_LIFE.forEach((sign) => window.addEventListener(sign, alive, { capture: true, passive: true }));
    return () => {
      clearTimeout(timer);
      SIGNS_OF_LIFE.forEach((sign) => window.removeEventListener(sign, alive, { capture: true }));
    };
  }, [ms, enabled]);
}
