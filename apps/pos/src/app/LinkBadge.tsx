import { useLink } from '@libs/screen';
import { LinkBadge as Badge } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The network as this screen sees it, and what to do without it. */
export function LinkBadge(): ReactNode {
  const { t } = useTranslation();
  const { check, ...state } = useLink();
  const offline = state.link === 'offline';
  const steps = offline ? (['wait', 'keep', 'card', 'tell'] as const) : (['fine'] as const);
  return (
    <Badge
      state={state}
      onCheck={check}
      title={t(offline ? 'net.offline_title' : 'net.online_title')}
      steps={steps.map((step) => t(`net.${step}`))}
    />
  );
}
