import { formatCLP, StatusDot } from '@libs/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StockRow } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { locationsQuery, type StockAct, stockQuery } from './api';
import { MoveSheet } from './MoveSheet';

const ACTS: readonly StockAct[] = ['purchases', 'counts', 'waste', 'transfers'];
const route = getRouteApi('/in/inventory');

/** What there is where, and the four acts that change it. */
export function Stock(): ReactNode {
  const { t } = useTranslation();
  const { location, q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const stock = useQuery(stockQuery(location));
  const locations = useQuery(locationsQuery);
  const [act, setAct] = useState<StockAct | null>(null);
  const narrow = (changes: { q?: string; location?: string }): void =>
    void navigate({ search: (now) => ({ ...now, ...changes }), replace: true });
  const wanted = q.toLocaleLowerCase('es');
  return (
    <>
      <div className="a-bar">
        <TextInput
          className="a-bar__wide"
          label={t('act.search')}
          leftSection={<IconSearch size={20} stroke={1.7} aria-hidden />}
          value={q}
          onChange={(event) => narrow({ q: event.currentTarget.value || undefined })}
        />
        <Select
          label={t('inventory.location')}
          placeholder={t('inventory.all_locations')}
          clearable
          data={(locations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={location ?? null}
          onChange={(id) => narrow({ location: id ?? undefined })}
        />
        <div className="a-bar__end">
          {ACTS.map((one) => (
            <Button
              key={one}
              variant={one === 'purchases' ? 'filled' : 'light'}
              disabled={!locations.data?.length}
              onClick={() => setAct(one)}
            >
              {t(`inventory.${one}`)}
            </Button>
          ))}
        </div>
      </div>
      <AnswerOf of={stock}>
        {(rows) => <StockTable rows={rows.filter(({ name }) => name.toLocaleLowerCase('es').includes(wanted))} />}
      </AnswerOf>
      {act && locations.data && (
        <MoveSheet act={act} locations={locations.data} preset={location} onClose={() => setAct(null)} />
      )}
    </>
  );
}

function StockTable({ rows }: { readonly rows: readonly StockRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const value = rows.reduce((sum, row) => sum + row.value, 0);
  return (
    <>
      <Grid<StockRow>
        label={t('inventory.stock')}
        rows={rows}
        id={(row) => `${row.location_id} ${row.ingredient_id}`}
        empty={t('inventory.empty')}
        columns={[
          {
            accessor: 'name',
            title: t('inventory.ingredient'),
            render: (row) => (
              <>
                <span className="a-strong">{row.name}</span>{' '}
                {row.is_strict && <span className="a-pill">{t('inventory.strict')}</span>}
              </>
            ),
          },
          { accessor: 'location_name', title: t('inventory.location') },
          {
            accessor: 'on_hand',
            title: t('inventory.on_hand'),
            textAlign: 'right',
            noWrap: true,
            render: (row) => (
              <span className={row.on_hand < 0 ? 'a-short' : undefined}>
                {format.count(row.on_hand)} {t(`word.unit.${row.base_unit}`)}
              </span>
            ),
          },
          {
            accessor: 'packages',
            title: t('inventory.packages'),
            textAlign: 'right',
            visibleMediaQuery: MIDDLE,
            render: (row) => format.count(Math.round((row.on_hand / row.package_size) * 10) / 10),
          },
          {
            accessor: 'value',
            title: t('inventory.value'),
            textAlign: 'right',
            visibleMediaQuery: MIDDLE,
            render: (row) => formatCLP(Math.round(row.value)),
          },
          {
            accessor: 'state',
            title: <span className="n-hidden">{t('inventory.state')}</span>,
            visibleMediaQuery: ROOMY,
            render: (row) => {
              if (row.on_hand < 0) return <StatusDot tone="bad">{t('inventory.below')}</StatusDot>;
              return row.on_hand === 0 && <StatusDot tone="warn">{t('inventory.out')}</StatusDot>;
            },
          },
        ]}
      />
      <p className="a-quiet">{t('inventory.total_value', { amount: formatCLP(Math.round(value)) })}</p>
    </>
  );
}
