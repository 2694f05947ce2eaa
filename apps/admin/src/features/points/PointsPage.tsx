import { Tabs } from '@libs/ui';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../parts/PageHead';
import { Redemptions } from './Redemptions';
import { Rewards } from './Rewards';
import { Rules } from './Rules';
import { Tiers } from './Tiers';

const route = getRouteApi('/in/points');
const TABS = ['rules', 'tiers', 'rewards', 'redemptions'] as const;

/** How guests earn points, what more they earn as regulars, and what they get for them. */
export function PointsPage(): ReactNode {
  const { t } = useTranslation();
  const { tab = 'rules' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="a-page">
      <PageHead title={t('nav.points')} sub={t('points.lead')} />
      <Tabs
        look="small"
        label={t('points.tabs')}
        chosen={tab}
        onChoose={(chosen) => void navigate({ search: { tab: chosen } })}
        tabs={TABS.map((key) => ({ key, label: t(`points.tab.${key}`) }))}
      />
      {tab === 'rules' && <Rules />}
      {tab === 'tiers' && <Tiers />}
      {tab === 'rewards' && <Rewards />}
      {tab === 'redemptions' && <Redemptions />}
    </div>
  );
}
