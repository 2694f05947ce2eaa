import { useCallback, useRef, useState } from 'react';

/**
 * Runs an asynchronous action one at a time: `const [charge, busy] = useOnce(() => api.placeSale(sale))`.
 * A second call while the first is under way does nothing. `busy` drives the button's own progress. Rejections pass on.
 */
export function useOnce<Args extends unknown[]>(
  action: (...args: Args) => Promise<unknown>,
): readonly [run: (...args: Args) => Promise<void>, busy: boolean] {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async (...args: Args): Promise<void> => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      try {
        await action(...args);
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [action],
  );
  return [run, busy];
}
