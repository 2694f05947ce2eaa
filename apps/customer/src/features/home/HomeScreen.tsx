import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/Page';
import { useMember } from '../../session/current';

/** What matters now: who I am, what I have, and tonight. */
export function HomeScreen(): ReactNode {
  const { t } = useTranslation();
  const member = useMember();
  return <Page title={t('home.hello', { name: member?.name.split(' ')[0] ?? '' })}>{null}</Page>;
}
