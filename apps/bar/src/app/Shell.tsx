import { Clock, LanguageSwitch, NetBadge, TopBar, UpdateNotice, useHeartbeat, useWakeLock, Wordmark } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The screen of the bar: what is always in view, and the scanner's place below it. */
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
      <main className="bar-main">
        <div className="bar-home">
          <h1 className="bar-home__name">
            <Wordmark />
          </h1>
          <LanguageSwitch />
          <UpdateNotice base={import.meta.env.BASE_URL} enabled={import.meta.env.PROD} />
        </div>
      </main>
    </>
  );
}
