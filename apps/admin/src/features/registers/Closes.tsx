import { formatCLP, StatusDot } from '@libs/ui';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterSession } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { NightSelect } from '../../parts/NightSelect';
import { AnswerOf } from '../../parts/Problem';
import { usePages } from '../../parts/usePages';
import { listSessions } from './api';
import { Difference } from './Difference';
import { ReportSheet } from './ReportSheet';

const route = getRouteApi('/in/registers');
const TONES = { OPEN: 'ok', PENDING_CLOSE: 'warn', CLOSED: 'idle' } as const;

/** The shifts of a night with what each sold and how it closed. */
export function Closes(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { night, report } = route.useSearch();
  const navigate = route.useNavigate();
  const pages = usePages(['sessions', 'list', night ?? 'all'], (cursor) => listSessions(night, cursor));
  const show = (session: string | undefined): void =>
    void navigate({ search: (now) => ({ ...now, report: session }), replace: true });
  return (
    <>
      <div className="a-bar">
        <NightSelect value={night} onChange={(id) => void navigate({ search: { tab: 'closes', night: id } })} />
      </div>
      <AnswerOf of={pages}>
        {(sessions) => (
          <Grid<RegisterSession>
            label={t('registers.closes')}
            rows={sessions}
            more={pages.more}
            empty={t('registers.no_sessions')}
            columns={[
              {
                accessor: 'register',
                title: t('registers.register'),
                render: ({ id, register }) => (
                  <button type="button" className="a-rowlink" onClick={() => show(id)}>
                    <strong>{register.name}</strong>
                    <span className="a-quiet">{register.place}</span>
                  </button>
                ),
              },
              { accessor: 'employee.name', title: t('registers.who'), visibleMediaQuery: MIDDLE },
              {
                accessor: 'status',
                title: t('registers.session'),
                noWrap: true,
                render: ({ status }) => <StatusDot tone={TONES[status]}>{t(`word.session.${status}`)}</StatusDot>,
              },
              {
                accessor: 'opened_at',
                title: t('registers.opened'),
                noWrap: true,
                visibleMediaQuery: MIDDLE,
                render: ({ opened_at }) => format.moment(opened_at),
              },
              {
                accessor: 'closed_at',
                title: t('registers.closed'),
                noWrap: true,
                visibleMediaQuery: ROOMY,
                render: ({ closed_at }) => (closed_at ? format.moment(closed_at) : '–'),
              },
              {
                accessor: 'sales',
                title: t('registers.sold'),
                textAlign: 'right',
                visibleMediaQuery: MIDDLE,
                render: ({ totals }) => (totals ? formatCLP(totals.sales_amount) : '–'),
              },
              {
                accessor: 'difference',
                title: t('registers.difference'),
                textAlign: 'right',
                noWrap: true,
                render: ({ totals }) => <Difference pesos={totals?.cash_difference ?? null} />,
              },
            ]}
          />
        )}
      </AnswerOf>
      {report && <ReportSheet key={report} session={report} onClose={() => show(undefined)} />}
    </>
  );
}
