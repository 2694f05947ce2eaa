import { useLink } from '@libs/screen';
import { LoadingState, NetBadge, relativeAge, UpdateNotice, useNow } from '@libs/ui';
import { Outlet } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

/** What every page of the app has: whether the server is there, and a newer version. */
export function RootFrame(): ReactNode {
  return (
    <>
      <OfflineBar />
      <Suspense fallback={<LoadingState />}>
        <Outlet />
      </Suspense>
      <div className="guest-update">
        <UpdateNotice base={import.meta.env.BASE_URL} enabled={import.meta.env.PROD} />
      </div>
    </>
  );
}

function OfflineBar(): ReactNode {
  const { t, i18n } = useTranslation();
  const { link, since, check } = useLink();
  const now = useNow(10_000);
  if (link === 'online') return null;
  return (
    <aside className="guest-offline" aria-label={t('offline.label')}>
      <NetBadge state="offline" age={relativeAge(since, now, i18n.language)} onPress={check} />
      <p>{t('offline.detail')}</p>
    </aside>
  );
}
