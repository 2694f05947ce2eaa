import type { ReactNode } from 'react';
import { useNow } from '../device/useNow';
import { formatTime, VENUE_TIME_ZONE } from '../format/time';

interface ClockProps {
  /** Zone of the venue. */
  readonly timeZone?: string;
  /** `huge` for the lock screen. */
  readonly size?: 'normal' | 'huge';
}

/** The venue's clock, 24 hours: `<Clock />` */
export function Clock({ timeZone = VENUE_TIME_ZONE, size = 'normal' }: ClockProps): ReactNode {
  const now = useNow(5_000);
  return (
    <time className={`n-clock n-clock--${size}`} dateTime={new Date(now).toISOString()}>
      {formatTime(now, timeZone)}
    </time>
  );
}
