import { lazy, type ReactNode, Suspense } from 'react';

export interface SheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Actions, always in view below the scrolling body. */
  readonly footer?: ReactNode;
  /** `narrow` for a question or a keypad, `wide` for a count, `full` for a whole step. */
  readonly size?: 'narrow' | 'wide' | 'full';
  /** Only the buttons inside close it (a charge under way). */
  readonly locked?: boolean;
}

/** Brings the code of an open sheet, a tenth of a till's first load that its first picture does without. */
export const fetchSheet = () => import('./OpenSheet');
const OpenSheet = lazy(async () => ({ default: (await fetchSheet()).OpenSheet }));

/**
 * The one modal of the product. Exists only while open, keeps the focus inside, closes on Escape and on the backdrop,
 * and ignores taps for its first 300 ms, because it opens under the finger that asked for it.
 */
export function Sheet(props: SheetProps): ReactNode {
  if (!props.opened) return null;
  return (
    <Suspense fallback={null}>
      <OpenSheet {...props} />
    </Suspense>
  );
}
