import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { IconCopy, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { Night } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf } from '../../parts/Problem';
import { usePages } from '../../parts/usePages';
import { addDays, todayIn } from '../../parts/zone';
import { listNights } from './api';
import { blankForm, formOf, type NightForm } from './draft';
import { NightPanel } from './NightPanel';
import { NightSheet } from './NightSheet';
import { NightState } from './NightState';

const route = getRouteApi('/in/nights');

/** All nights: plan one, prepare, open, close. */
export function NightsPage(): ReactNode {
  const { t } = useTranslation();
  const { venue } = useMe();
  const { night: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const pages = usePages(['nights', 'list'], listNights);
  const [planning, setPlanning] = useState<NightForm | null>(null);
  const show = (id: string | undefined): void => void navigate({ search: { night: id } });
  const last = pages.rows[0];
  const nextDate = (): string => {
    const today = todayIn(venue.time_zone);
    return last && last.date >= today ? addDays(last.date, 1) : today;
  };
  return (
    <div className="a-page">
      <PageHead
        title={t('nav.nights')}
        sub={t('nights.lead')}
        actions={
          <>
            {last && (
              <Button
                variant="light"
                leftSection={<IconCopy size={20} stroke={1.7} aria-hidden />}
                onClick={() => setPlanning(formOf(last, venue.time_zone, nextDate()))}
              >
                {t('nights.copy')}
              </Button>
            )}
            <Button
              leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />}
              onClick={() => setPlanning(blankForm(nextDate()))}
            >
              {t('nights.plan')}
            </Button>
          </>
        }
      />
      <AnswerOf of={pages}>{(nights) => <NightList nights={nights} more={pages.more} onShow={show} />}</AnswerOf>
      {planning && (
        <NightSheet
          initial={planning}
          onClose={() => setPlanning(null)}
          onSaved={(night) => {
            setPlanning(null);
            show(night.id);
          }}
        />
      )}
      {chosen && <NightPanel key={chosen} id={chosen} onClose={() => show(undefined)} />}
    </div>
  );
}

interface NightListProps {
  readonly nights: readonly Night[];
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
  readonly onShow: (id: string) => void;
}

function NightList({ nights, more, onShow }: NightListProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Grid<Night>
      label={t('nights.list')}
      rows={nights}
      more={more}
      empty={t('nights.empty')}
      columns={[
        {
          accessor: 'name',
          title: t('nights.name'),
          render: (night) => (
            <button type="button" className="a-rowlink" onClick={() => onShow(night.id)}>
              <strong>{night.name}</strong>
            </button>
          ),
        },
        { accessor: 'date', title: t('nights.date'), noWrap: true, render: ({ date }) => format.date(date) },
        {
          accessor: 'status',
          title: t('nights.state'),
          noWrap: true,
          render: ({ status }) => <NightState status={status} />,
        },
        {
          accessor: 'djs',
          title: t('nights.djs'),
          visibleMediaQuery: ROOMY,
          render: ({ djs }) => <span className="a-quiet">{djs.join(', ')}</span>,
        },
        {
          accessor: 'doors',
          title: t('nights.doors'),
          noWrap: true,
          visibleMediaQuery: MIDDLE,
          render: (night) =>
            [night.doors_open_at, night.doors_close_at]
              .filter((at) => at !== null)
              .map(format.time)
              .join('–'),
        },
        {
          accessor: 'capacity',
          title: t('nights.capacity'),
          textAlign: 'right',
          visibleMediaQuery: MIDDLE,
          render: ({ capacity }) => (capacity === null ? '–' : format.count(capacity)),
        },
      ]}
    />
  );
}
