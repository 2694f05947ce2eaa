import { LoadingState } from '@libs/ui';
import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMember } from '../session/current';
import { Menu } from './Menu';

const LandingScreen = lazy(async () => ({
  default: (await import('../features/home/LandingScreen')).LandingScreen,
}));

/** The pages of a guest who is logged in; others see what the house is about, or the way in. */
export function MemberFrame(): ReactNode {
  const member = useMember();
  const { pathname, searchStr } = useLocation();
  if (!member && pathname !== '/') return <Navigate to="/login" search={{ next: pathname + searchStr }} replace />;
  if (!member) {
    return (
      <Suspense fallback={<LoadingState />}>
        <LandingScreen />
      </Suspense>
    );
  }
  return (
    <div className="guest-app" key={member.uuid}>
      <main className="guest-main">
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </main>
      <Menu />
    </div>
  );
}
