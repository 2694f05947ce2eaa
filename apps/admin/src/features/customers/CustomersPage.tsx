import { StatusDot } from '@libs/ui';
import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf } from '../../parts/Problem';
import { usePages } from '../../parts/usePages';
import { listCustomers } from './api';
import { CustomerPanel } from './CustomerPanel';
import './customers.css';

const route = getRouteApi('/in/customers');

/** The guests with an account: found by name, address, phone or RUT. */
export function CustomersPage(): ReactNode {
  const { t } = useTranslation();
  const { q = '', state, customer: shown } = route.useSearch();
  const navigate = route.useNavigate();
  const [wanted] = useDebouncedValue(q, 250);
  const pages = usePages(['customers', wanted, state ?? null], (cursor) =>
    listCustomers({ q: wanted || undefined, active: state && state === 'active' }, cursor),
  );
  const show = (customer: string | undefined): void => void navigate({ search: (now) => ({ ...now, customer }) });
  return (
    <div className="a-page">
      <PageHead title={t('nav.customers')} sub={t('customers.lead')} />
      <div className="a-bar">
        <TextInput
          className="a-bar__wide"
          label={t('act.search')}
          placeholder={t('customers.search_by')}
          leftSection={<IconSearch size={20} stroke={1.7} aria-hidden />}
          value={q}
          onChange={(event) =>
            void navigate({ search: { state, q: event.currentTarget.value || undefined }, replace: true })
          }
        />
        <Select
          label={t('customers.state')}
          placeholder={t('act.all_m')}
          clearable
          data={(['active', 'shut'] as const).map((one) => ({ value: one, label: t(`customers.states.${one}`) }))}
          value={state ?? null}
          onChange={(one) => void navigate({ search: { q: q || undefined, state: one ?? undefined }, replace: true })}
        />
      </div>
      <AnswerOf of={pages}>
        {(customers) => (
          <>
            <CustomersTable customers={customers} more={pages.more} onShow={show} />
            {shown && (
              <CustomerPanel
                key={shown}
                customer={customers.find(({ uuid }) => uuid === shown)}
                onClose={() => show(undefined)}
              />
            )}
          </>
        )}
      </AnswerOf>
    </div>
  );
}

interface TableProps {
  readonly customers: readonly Customer[];
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
  readonly onShow: (id: string) => void;
}

function CustomersTable({ customers, more, onShow }: TableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Grid<Customer>
      label={t('nav.customers')}
      rows={customers}
      id="uuid"
      more={more}
      empty={t('customers.none')}
      dim={({ is_active }) => !is_active}
      columns={[
        {
          accessor: 'name',
          title: t('customers.name'),
          render: ({ uuid, name, email }) => (
            <button type="button" className="a-rowlink" onClick={() => onShow(uuid)}>
              <strong>{name}</strong>
              <span className="c-under">{email}</span>
            </button>
          ),
        },
        { accessor: 'phone', title: t('customers.phone'), noWrap: true, visibleMediaQuery: MIDDLE },
        {
          accessor: 'created_at',
          title: t('customers.since'),
          noWrap: true,
          visibleMediaQuery: ROOMY,
          render: ({ created_at: at }) => format.moment(at),
        },
        {
          accessor: 'is_active',
          title: t('customers.state'),
          render: ({ is_active: active }) => (
            <StatusDot tone={active ? 'ok' : 'bad'}>{t(`customers.states.${active ? 'active' : 'shut'}`)}</StatusDot>
          ),
        },
      ]}
    />
  );
}
