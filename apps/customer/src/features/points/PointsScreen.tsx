import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsQuery } from '../../app/queries';
import type { Points } from '../../app/wire';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import { Redemptions } from './Redemptions';
import { RewardList } from './RewardList';
import './points.css';

/** What I have earned, my tier, and what I can have for it. */
export function PointsScreen(): ReactNode {
  const { t } = useTranslation();
  const points = useQuery(pointsQuery);
  return (
    <Page title={t('points.title')} back="/" width="wide">
      <div className="guest-columns">
        <div className="guest-section">
          {points.data ? <Standing points={points.data} /> : <QueryState query={points} />}
          <Redemptions />
        </div>
        <RewardList />
      </div>
    </Page>
  );
}

function Standing({ points }: { readonly points: Points }): ReactNode {
  const { t } = useTranslation();
  const { balance, tier, next_tier: next } = points;
  return (
    <>
      <p className="guest-kpi">
        <strong>{balance.toLocaleString('es-CL')}</strong> {t('points.unit', { count: balance })}
      </p>
      {balance === 0 && <p className="guest-text2">{t('points.none')}</p>}
      {tier && <p className="guest-tier">{t('points.tier', { name: tier.name })}</p>}
      {next && (
        <div className="guest-next">
          <progress
            max={next.min_points}
            value={next.min_points - next.missing}
            aria-label={t('points.next', { name: next.name, count: next.missing })}
          />
          <p className="guest-text2">{t('points.next', { name: next.name, count: next.missing })}</p>
          <p className="guest-small">{t('points.within', { count: next.within_days })}</p>
        </div>
      )}
    </>
  );
}
