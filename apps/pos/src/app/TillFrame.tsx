import { LoadingState } from '@libs/ui';
import { Outlet } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { TillBar } from './TillBar';
import { useTill } from './till-context';

/** The bar, and a page of the till below it. */
export function TillFrame(): ReactNode {
  const { me, session } = useTill();
  return (
    <>
      <TillBar me={me} session={session} withPayments />
      <main className="pos-main">
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}
