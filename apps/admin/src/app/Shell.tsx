import { LanguageSwitch, NetBadge, UpdateNotice, useHeartbeat, Wordmark } from '@libs/ui';
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SchemeSwitch } from './SchemeSwitch';

/** The frame of admin: what is always in view at the left, the page at the right. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const { link } = useHeartbeat('/health/live', { intervalMs: 10_000 });
  return (
    <div className="admin-frame">
      <aside className="admin-side" aria-label={t('shell.place')}>
        <Wordmark />
        <nav className="admin-nav" aria-label={t('shell.sections')} />
        <NetBadge state={link} />
        <SchemeSwitch />
        <LanguageSwitch />
      </aside>
      <main className="admin-main">
        <UpdateNotice base={import.meta.env.BASE_URL} enabled={import.meta.env.PROD} />
        <Outlet />
      </main>
    </div>
  );
}
