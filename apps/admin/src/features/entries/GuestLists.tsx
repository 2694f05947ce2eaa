import { formatCLP, StatusDot } from '@libs/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestList } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { listsQuery } from './api';
import { GuestListSheet } from './GuestListSheet';
import { ListedGuests } from './ListedGuests';

const route = getRouteApi('/in/entries');

/** Who comes in on somebody's word, and how many of them are there. */
export function GuestLists({ night }: { readonly night: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { list: openList } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(listsQuery(night));
  const [edited, setEdited] = useState<GuestList | 'new' | null>(null);
  const open = (list: string | undefined): void => void navigate({ search: (now) => ({ ...now, list }) });
  return (
    <>
      <div className="a-bar">
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setEdited('new')}>
            {t('entries.new_list')}
          </Button>
        </div>
      </div>
      <AnswerOf of={query}>
        {(lists) => {
          const shown = lists.find(({ id }) => id === openList);
          return (
            <>
              <Grid<GuestList>
                label={t('entries.tab.lists')}
                rows={lists}
                empty={t('entries.no_lists')}
                dim={({ is_active }) => !is_active}
                columns={[
                  {
                    accessor: 'name',
                    title: t('entries.name'),
                    render: ({ id, name, owner_name: owner }) => (
                      <button type="button" className="a-rowlink" onClick={() => open(id)}>
                        <strong>{name}</strong>
                        <span className="a-quiet a-small e-under">{owner}</span>
                      </button>
                    ),
                  },
                  {
                    accessor: 'arrived',
                    title: t('entries.arrived'),
                    noWrap: true,
                    render: ({ arrived, people }) => `${format.count(arrived)} / ${format.count(people)}`,
                  },
                  {
                    accessor: 'price',
                    title: t('entries.price'),
                    visibleMediaQuery: MIDDLE,
                    render: ({ sells, price }) =>
                      sells === null ? t('entries.free') : `${sells}, ${formatCLP(price ?? 0)}`,
                  },
                  {
                    accessor: 'expires_at',
                    title: t('entries.valid'),
                    visibleMediaQuery: MIDDLE,
                    render: ({ expires_at: at, is_active: active }) => (
                      <StatusDot tone={active ? 'ok' : 'idle'}>
                        {at ? t('entries.until', { at: format.moment(at) }) : t('entries.all_night')}
                      </StatusDot>
                    ),
                  },
                ]}
              />
              {shown && !edited && (
                <ListedGuests list={shown} onEdit={() => setEdited(shown)} onClose={() => open(undefined)} />
              )}
            </>
          );
        }}
      </AnswerOf>
      {edited && (
        <GuestListSheet night={night} list={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
