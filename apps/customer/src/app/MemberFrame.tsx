import { LoadingState } from '@libs/ui';
import { Outlet } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMember } from '../session/current';
import { Menu } from './Menu';

const LandingScreen = lazy(async () => ({
  default: (await import('../features/home/LandingScreen')).LandingScreen,
}));

/** The pages of a guest who is logged in, with the menu. */
export function MemberFrame(): ReactNode {
  const member = useMember();
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
