import { useEffect, useEffectEvent } from 'react';
import { WEDGE_DEFAULTS, WedgeBuffer, type WedgeOptions } from './wedge';

/**
 * Hears a keyboard-wedge scanner anywhere on the page, without focus. Keys that go to a field in focus are left to the
 * field: keep screens that scan free of focused fields. Pass `enabled: false` while a sheet must not be scanned over.
 */
export function useWedge(
  onCode: (code: string) => void,
  {
    enabled = true,
    maxGapMs = WEDGE_DEFAULTS.maxGapMs,
    minLength = WEDGE_DEFAULTS.minLength,
  }: Partial<WedgeOptions> & { readonly enabled?: boolean } = {},
): void {
  const deliver = useEffectEvent(onCode);

  useEffect(() => {
    if (!enabled) return;
    const buffer = new WedgeBuffer({ maxGapMs, minLength });
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return;
      const code = buffer.press(event.key, event.timeStamp);
      // Enter would press whichever button was touched last; so would a space inside a code.
      if (code !== null || buffer.inBurst) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (code !== null) deliver(code);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, [enabled, maxGapMs, minLength]);
}

/** Whether keys belong to a field that a person writes in. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
