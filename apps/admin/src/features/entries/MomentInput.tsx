import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { clockOf, instantAt, todayIn } from '../../parts/zone';

interface MomentInputProps {
  readonly label: string;
  /** `YYYY-MM-DDTHH:MM` on the venue's clock; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A date and a time on the venue's clock. */
export function MomentInput({ label, value, onChange }: MomentInputProps): ReactNode {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What the field shows of an instant. */
export function localOf(instant: string | null, timeZone: string): string {
  return instant === null ? '' : `${todayIn(timeZone, Date.parse(instant))}T${clockOf(instant, timeZone)}`;
}

/** The instant that the field names. */
export function momentOf(local: string, timeZone: string): string | null {
  const [date, time] = local.split('T');
  return date && time ? instantAt(date, time.slice(0, 5), timeZone) : null;
}
