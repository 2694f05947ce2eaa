import { Clock, NetBadge, TopBar, useHeartbeat, useWakeLock } from '@libs/ui';
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The bar above every screen of the till, and the screen below it. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const { link } = useHeartbeat('/health/live');
  useWakeLock();
  return (
    <>
      <TopBar place={t('shell.place')}>
        <NetBadge state={link} />
        <Clock />
      </TopBar>
      <main className="pos-main">
        <Outlet />
      </main>
    </>
  );
}
