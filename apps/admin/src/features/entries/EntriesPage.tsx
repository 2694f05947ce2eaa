import { EmptyState, Tabs } from '@libs/ui';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../parts/format';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf } from '../../parts/Problem';
import { nightsQuery } from '../../parts/NightSelect';
import { usualNight } from './api';
import './entries.css';
import { EntryTypes } from './EntryTypes';
import { GuestLists } from './GuestLists';
import { Orders } from './Orders';

const route = getRouteApi('/in/entries');
const TABS = ['types', 'orders', 'lists'] as const;

/** Who may come in on a night: kinds of entry, their orders, and guest lists. */
export function EntriesPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { tab = 'types', night: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const nights = useQuery(nightsQuery);
  return (
    <div className="a-page">
      <PageHead title={t('nav.entries')} sub={t('entries.lead')} />
      <AnswerOf of={nights}>
        {(all) => {
          const night = chosen ?? usualNight(all)?.id;
          if (night === undefined) return <EmptyState title={t('entries.no_night')} />;
          return (
            <>
              <div className="a-bar">
                <Select
                  label={t('registers.night')}
                  searchable
                  allowDeselect={false}
                  data={all.map(({ id, date, name }) => ({
                    value: id,
                    label: `${format.date(date)} · ${name}`,
                  }))}
                  value={night}
                  onChange={(id) => id && void navigate({ search: { tab, night: id } })}
                />
              </div>
              <Tabs
                look="small"
                label={t('entries.tabs')}
                chosen={tab}
                onChoose={(next) => void navigate({ search: { tab: next, night: chosen } })}
                tabs={TABS.map((key) => ({ key, label: t(`entries.tab.${key}`) }))}
              />
              {tab === 'types' && <EntryTypes key={night} night={night} />}
              {tab === 'orders' && <Orders key={night} night={night} />}
              {tab === 'lists' && <GuestLists key={night} night={night} />}
            </>
          );
        }}
      </AnswerOf>
    </div>
  );
}
