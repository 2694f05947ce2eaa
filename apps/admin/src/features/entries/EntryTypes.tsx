import { formatCLP, StatusDot } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryType } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { typesQuery } from './api';
import { EntryTypeSheet } from './EntryTypeSheet';

/** How often what was sold is looked at while the page is open, ms. */
const EVERY_MS = 10_000;

/** The kinds of entry of a night, with what is left of each. */
export function EntryTypes({ night }: { readonly night: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({ ...typesQuery(night), refetchInterval: EVERY_MS });
  const [shown, setShown] = useState<EntryType | 'new' | null>(null);
  return (
    <>
      <div className="a-bar">
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setShown('new')}>
            {t('entries.new_type')}
          </Button>
        </div>
      </div>
      <AnswerOf of={query}>
        {(types) => (
          <Grid<EntryType>
            label={t('entries.tab.types')}
            rows={types}
            empty={t('entries.no_types')}
            dim={({ is_active }) => !is_active}
            columns={[
              {
                accessor: 'name',
                title: t('entries.name'),
                render: (type) => (
                  <button type="button" className="a-rowlink" onClick={() => setShown(type)}>
                    <strong>{type.name}</strong>
                    {type.code !== null && <span className="a-pill">{t('entries.hidden')}</span>}
                  </button>
                ),
              },
              {
                accessor: 'price',
                title: t('entries.price'),
                textAlign: 'right',
                noWrap: true,
                render: ({ price }) => (price === 0 ? t('entries.free') : formatCLP(price)),
              },
              {
                accessor: 'taken',
                title: t('entries.taken'),
                noWrap: true,
                render: ({ taken, capacity }) => `${format.count(taken)} / ${format.count(capacity)}`,
              },
              {
                accessor: 'sale_starts_at',
                title: t('entries.window'),
                visibleMediaQuery: MIDDLE,
                render: ({ sale_starts_at: from, sale_ends_at: until }) =>
                  [
                    from && t('entries.since', { at: format.moment(from) }),
                    until && t('entries.until', { at: format.moment(until) }),
                  ]
                    .filter(Boolean)
                    .join(' ') || t('entries.always'),
              },
              {
                accessor: 'is_active',
                title: t('entries.state'),
                render: ({ is_active: active, left }) => (
                  <StatusDot tone={!active ? 'idle' : left === 0 ? 'warn' : 'ok'}>
                    {t(!active ? 'act.inactive' : left === 0 ? 'entries.sold_out' : 'entries.on_sale')}
                  </StatusDot>
                ),
              },
            ]}
          />
        )}
      </AnswerOf>
      {shown && (
        <EntryTypeSheet night={night} type={shown === 'new' ? undefined : shown} onClose={() => setShown(null)} />
      )}
    </>
  );
}
