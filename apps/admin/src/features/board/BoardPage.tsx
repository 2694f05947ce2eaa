import { EmptyState, relativeAge, StatusDot, Tabs, useNow } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Night } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf } from '../../parts/Problem';
import { Alerts } from './Alerts';
import { boardQuery, lastNightQuery } from './api';
import './board.css';
import { Figures } from './Figures';
import { HeadCount } from './HeadCount';
import { OnDuty } from './OnDuty';
import { RegistersNow } from './RegistersNow';
import { perSlot, runningTotal } from './series';
import { TopProducts } from './TopProducts';
import { Total, useFormerName } from './Total';

/** The figures are read first: the chart may not keep them waiting. */
const SalesChart = lazy(() => import('./SalesChart'));
const route = getRouteApi('/in/');

/** The night as it happens: total against a former night, sales over time, registers, bars, alerts. */
export function BoardPage(): ReactNode {
  const { night } = route.useSearch();
  const query = useQuery(boardQuery(night));
  return (
    <AnswerOf of={query}>
      {(board) =>
        board.night ? <NightBoard board={board} night={board.night} updatedAt={query.dataUpdatedAt} /> : <NoNight />
      }
    </AnswerOf>
  );
}

interface NightBoardProps {
  readonly board: Board;
  readonly night: Night;
  readonly updatedAt: number;
}

function NightBoard({ board, night, updatedAt }: NightBoardProps): ReactNode {
  const { t } = useTranslation();
  const { view = 'slots' } = route.useSearch();
  const navigate = route.useNavigate();
  const former = useFormerName(board);
  const points = view === 'sum' ? runningTotal(board.by_slot) : perSlot(board.by_slot, board.generated_at);
  return (
    <div className="b-board">
      <PageHead
        title={night.name}
        sub={<Freshness night={night} updatedAt={updatedAt} generatedAt={board.generated_at} />}
        actions={
          <Tabs
            look="small"
            label={t('board.view')}
            controls="sales-chart"
            chosen={view}
            onChoose={(chosen) =>
              void navigate({
                search: (now) => ({ ...now, view: chosen === 'slots' ? undefined : chosen }),
                replace: true,
              })
            }
            tabs={[
              { key: 'slots', label: t('board.slots') },
              { key: 'sum', label: t('board.sum') },
            ]}
          />
        }
      />
      <div className="b-first">
        <div className="b-first__chart">
          <Total board={board} former={former} />
          <div className="b-chart" id="sales-chart" role="tabpanel" aria-label={t('board.chart')}>
            <Suspense fallback={null}>
              <SalesChart points={points} former={former} isOver={night.status === 'CLOSED'} />
            </Suspense>
          </div>
        </div>
        <Figures board={board} />
      </div>
      {night.status === 'OPEN' && <HeadCount />}
      <Alerts alerts={board.alerts} isLive={night.status !== 'CLOSED'} />
      <div className="b-second">
        <div>
          <RegistersNow registers={board.registers} />
          {night.status !== 'CLOSED' && <OnDuty people={board.on_duty} />}
        </div>
        <TopProducts products={board.top_products} />
      </div>
    </div>
  );
}

/** Older than this is amber, ms. */
const STALE_MS = 15_000;

interface FreshnessProps {
  readonly night: Night;
  readonly updatedAt: number;
  readonly generatedAt: string;
}

function Freshness({ night, updatedAt, generatedAt }: FreshnessProps): ReactNode {
  const { t, i18n } = useTranslation();
  const now = useNow(1_000);
  const format = useFormat();
  if (night.status === 'CLOSED') {
    return (
      <>
        <StatusDot tone="idle">{t('board.closed', { date: format.date(night.date) })}</StatusDot>
        <Link to="/" className="a-link">
          {t('board.back_live')}
        </Link>
      </>
    );
  }
  const isStale = now - updatedAt > STALE_MS;
  return isStale ? (
    <span className="b-stale" role="status">
      <StatusDot tone="warn">{t('board.stale', { age: relativeAge(updatedAt, now, i18n.language) })}</StatusDot>
    </span>
  ) : (
    <StatusDot tone="ok">{t('board.live', { time: format.time(generatedAt) })}</StatusDot>
  );
}

function NoNight(): ReactNode {
  const { t } = useTranslation();
  const last = useQuery(lastNightQuery);
  return (
    <>
      <PageHead title={t('nav.board')} />
      <EmptyState
        title={t('board.none_title')}
        detail={t('board.none_detail')}
        action={
          <div className="a-actions">
            {last.data && (
              <Button
                variant="light"
                renderRoot={(props: object) => <Link to="/" search={{ night: last.data?.id }} {...props} />}
              >
                {t('board.see_last')}
              </Button>
            )}
            <Button renderRoot={(props: object) => <Link to="/nights" {...props} />}>{t('board.go_nights')}</Button>
          </div>
        }
      />
    </>
  );
}
