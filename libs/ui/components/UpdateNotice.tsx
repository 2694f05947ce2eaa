import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppUpdate } from '../device/useAppUpdate';
import { BigButton } from './BigButton';

interface UpdateNoticeProps {
  /** Where the app is served, "/pos/". */
  readonly base: string;
  /** False in development, where there is no service worker. */
  readonly enabled: boolean;
}

/** Registers the service worker and offers a newer version. Place it where nothing is lost by loading again: the lock screen. */
export function UpdateNotice({ base, enabled }: UpdateNoticeProps): ReactNode {
  const { t } = useTranslation('ui');
  const { ready, apply } = useAppUpdate(base, enabled);
  if (!ready) return null;
  return (
    <div className="n-update" role="status">
      <span>{t('update.ready')}</span>
      <BigButton onPress={apply}>{t('update.apply')}</BigButton>
    </div>
  );
}
