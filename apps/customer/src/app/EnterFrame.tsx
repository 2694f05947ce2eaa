import { LoadingState } from '@libs/ui';
import { Outlet } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';

/** The way in. */
export function EnterFrame(): ReactNode {
  return (
    <Suspense fallback={<LoadingState />}>
      <Outlet />
    </Suspense>
  );
}
