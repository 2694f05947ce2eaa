import { useEffect, useState } from 'react';

/** The time now, ms since the epoch, again every `everyMs`. For clocks and ages on screen. */
export function useNow(everyMs = 10_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
