import { LoadingState } from '@libs/ui';
import { Outlet } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useMember } from '../session/current';
import { Menu } from './Menu';
import { useRealtime } from './realtime';

/** A page with the menu below or beside it; without a menu for who is not logged in. */
export function AppFrame(): ReactNode {
  const member = useMember();
  useRealtime(member?.uuid);
  return (
    <div className={member ? 'guest-app' : undefined} key={member?.uuid}>
      <main className="guest-main">
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </main>
      {member && <Menu />}
    </div>
  );
}
