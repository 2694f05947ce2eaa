import { formatCLP } from '@libs/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaleRow } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { NightSelect } from '../../parts/NightSelect';
import { AnswerOf } from '../../parts/Problem';
import { usePages } from '../../parts/usePages';
import { listSales, type SalesFilter, sellersQuery } from './api';
import { SessionSelect } from '../../parts/SessionSelect';

const route = getRouteApi('/in/sales');
const STATES = ['all', 'cancelled', 'courtesy'] as const;

/** Every sale, found by ticket, register, person or state. The filters stand in the address. */
export function Sales(): ReactNode {
  const { t } = useTranslation();
  const { q = '', night, session, employee, state } = route.useSearch();
  const navigate = route.useNavigate();
  const [wanted] = useDebouncedValue(q, 250);
  const sellers = useQuery(sellersQuery);
  const filter = { night, session, employee, q: wanted || undefined, state };
  const pages = usePages(['sales', 'list', filter], (cursor) => listSales(filter, cursor));
  const narrow = (changes: SalesFilter & { sale?: string }): void =>
    void navigate({ search: (now) => ({ ...now, ...changes }), replace: true });
  return (
    <>
      <div className="a-bar">
        <TextInput
          className="a-bar__wide"
          label={t('sales.search')}
          leftSection={<IconSearch size={20} stroke={1.7} aria-hidden />}
          placeholder="BMB 11725"
          value={q}
          onChange={(event) => narrow({ q: event.currentTarget.value || undefined })}
        />
        <NightSelect
          placeholder={t('sales.last_night')}
          value={night}
          onChange={(id) => narrow({ night: id, session: undefined })}
        />
        <SessionSelect night={night} value={session} onChange={(id) => narrow({ session: id })} />
        <Select
          label={t('sales.who')}
          placeholder={t('sales.everybody')}
          clearable
          searchable
          data={(sellers.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={employee ?? null}
          onChange={(id) => narrow({ employee: id ?? undefined })}
        />
        <Select
          label={t('sales.state')}
          allowDeselect={false}
          data={STATES.map((one) => ({ value: one, label: t(`sales.states.${one}`) }))}
          value={state ?? 'all'}
          onChange={(one) => narrow({ state: one === 'all' || one === null ? undefined : one })}
        />
        {(q || night || session || employee || state) && (
          <Button variant="subtle" onClick={() => void navigate({ search: {} })}>
            {t('act.clear')}
          </Button>
        )}
      </div>
      <AnswerOf of={pages}>
        {(rows) => <SalesTable rows={rows} more={pages.more} onShow={(id) => narrow({ sale: id })} />}
      </AnswerOf>
    </>
  );
}

interface SalesTableProps {
  readonly rows: readonly SaleRow[];
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
  readonly onShow: (id: string) => void;
}

function SalesTable({ rows, more, onShow }: SalesTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Grid<SaleRow>
      label={t('sales.sales')}
      rows={rows}
      more={more}
      empty={t('sales.none')}
      dim={({ is_cancelled }) => is_cancelled}
      columns={[
        {
          accessor: 'display_code',
          title: t('sales.code'),
          render: (row) => (
            <button type="button" className="a-rowlink" onClick={() => onShow(row.id)}>
              <strong>{row.display_code ?? t('sales.no_ticket')}</strong>
              <span className="a-pills">
                {row.is_cancelled && (
                  <span className="a-pill" data-tone="bad">
                    {t('sales.cancelled')}
                  </span>
                )}
                {row.is_courtesy && <span className="a-pill">{t('sales.courtesy')}</span>}
                {row.is_test && <span className="a-pill">{t('sales.test')}</span>}
              </span>
            </button>
          ),
        },
        { accessor: 'placed_at', title: t('sales.at'), noWrap: true, render: (row) => format.moment(row.placed_at) },
        {
          accessor: 'total_amount',
          title: t('sales.total'),
          textAlign: 'right',
          noWrap: true,
          render: (row) =>
            row.is_cancelled ? <s>{formatCLP(row.total_amount)}</s> : <strong>{formatCLP(row.total_amount)}</strong>,
        },
        {
          accessor: 'methods',
          title: t('sales.methods'),
          visibleMediaQuery: MIDDLE,
          render: (row) => row.methods.map((method) => t(`word.method.${method}`)).join(' + ') || '–',
        },
        { accessor: 'item_count', title: t('sales.items'), textAlign: 'right', visibleMediaQuery: ROOMY },
        { accessor: 'register_name', title: t('sales.register'), visibleMediaQuery: MIDDLE },
        { accessor: 'employee_name', title: t('sales.who'), visibleMediaQuery: ROOMY },
      ]}
    />
  );
}
