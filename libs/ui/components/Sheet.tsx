import { lazy, type ReactNode, Suspense } from 'react';
import type { SheetProps } from './OpenSheet';

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
