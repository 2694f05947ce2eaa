import { LoadingState } from '@libs/ui';
import { Navigate, Outlet, useSearch } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useMember } from '../session/current';

/** Login and registration; whoever is in goes where they wanted to go. */
export function EnterFrame(): ReactNode {
  const member = useMember();
  const { next } = useSearch({ from: '/enter' });
  if (member) return <Navigate to={next ?? '/'} replace />;
  return (
    <Suspense fallback={<LoadingState />}>
      <Outlet />
    </Suspense>
  );
}
