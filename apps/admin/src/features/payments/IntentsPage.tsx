import { Select, Switch } from '@mantine/core';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntentStatus } from '../../app/wire';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf } from '../../parts/Problem';
import { SessionSelect } from '../../parts/SessionSelect';
import { usePages } from '../../parts/usePages';
import { listIntents } from './api';
import { IntentSheet } from './IntentSheet';
import { IntentsTable } from './IntentsTable';
import './payments.css';

const route = getRouteApi('/in/payments');
const STATUSES: readonly IntentStatus[] = [
  'UNKNOWN',
  'APPROVED',
  'DECLINED',
  'CANCELLED',
  'EXPIRED',
  'ERROR',
  'IN_PROGRESS',
  'READY',
  'CREATED',
];

/** Every attempt to charge a card. The filters stand in the address. */
export function IntentsPage(): ReactNode {
  const { t } = useTranslation();
  const { status, open, session, payment } = route.useSearch();
  const navigate = route.useNavigate();
  const filter = { status, session, open: open === 'yes' };
  const pages = usePages(['payments', 'intents', filter], (cursor) => listIntents(filter, cursor));
  const narrow = (changes: { status?: IntentStatus; open?: 'yes'; session?: string; payment?: string }): void =>
    void navigate({ search: (now) => ({ ...now, ...changes }), replace: true });
  return (
    <div className="a-page">
      <PageHead title={t('nav.payments')} sub={t('payments.lead')} />
      <div className="a-bar">
        <Select
          label={t('payments.status')}
          placeholder={t('act.all_m')}
          clearable
          data={STATUSES.map((one) => ({ value: one, label: t(`payments.statuses.${one}`) }))}
          comboboxProps={{ width: 300, position: 'bottom-start' }}
          value={status ?? null}
          onChange={(one) => narrow({ status: one ?? undefined })}
        />
        <SessionSelect night={undefined} value={session} onChange={(id) => narrow({ session: id })} />
        <Switch
          size="md"
          className="p-switch"
          label={t('payments.only_open')}
          description={t('payments.only_open_hint')}
          checked={open === 'yes'}
          onChange={(event) => narrow({ open: event.currentTarget.checked ? 'yes' : undefined })}
        />
        {(status ?? open ?? session) && (
          <Button variant="subtle" onClick={() => void navigate({ search: {} })}>
            {t('act.clear')}
          </Button>
        )}
      </div>
      <AnswerOf of={pages}>
        {(intents) =>
          intents.length === 0 ? (
            <EmptyState title={t('payments.none')} detail={t('payments.none_detail')} />
          ) : (
            <IntentsTable intents={intents} more={pages.more} onShow={(id) => narrow({ payment: id })} />
          )
        }
      </AnswerOf>
      {payment && (
        <IntentSheet
          key={payment}
          id={payment}
          onShow={(id) => narrow({ payment: id })}
          onClose={() => narrow({ payment: undefined })}
        />
      )}
    </div>
  );
}
