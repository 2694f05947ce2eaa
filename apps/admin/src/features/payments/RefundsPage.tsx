import { EmptyState, formatCLP, StatusDot } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refund } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { PageHead } from '../../parts/PageHead';
import { AnswerOf } from '../../parts/Problem';
import { usePages } from '../../parts/usePages';
import { listRefunds } from './api';
import { toneOfRefund } from './intent';
import './payments.css';
import { usePaymentWords } from './useWords';

/** Money given back of card payments, and how far each refund is. */
export function RefundsPage(): ReactNode {
  const { t } = useTranslation();
  const pages = usePages(['payments', 'refunds'], listRefunds);
  return (
    <div className="a-page">
      <PageHead title={t('nav.refunds')} sub={t('payments.refunds_lead')} />
      <AnswerOf of={pages}>
        {(refunds) =>
          refunds.length === 0 ? (
            <EmptyState title={t('payments.refunds_none')} detail={t('payments.refunds_none_detail')} />
          ) : (
            <RefundsTable refunds={refunds} more={pages.more} />
          )
        }
      </AnswerOf>
    </div>
  );
}

interface RefundsTableProps {
  readonly refunds: readonly Refund[];
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
}

function RefundsTable({ refunds, more }: RefundsTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = usePaymentWords();
  return (
    <Grid<Refund>
      label={t('payments.refunds')}
      rows={refunds}
      more={more}
      columns={[
        {
          accessor: 'amount',
          title: t('payments.amount'),
          noWrap: true,
          render: ({ amount, intent_id: intent, reference, created_at: at }) => (
            <Link to="/payments" search={{ payment: intent }} className="a-rowlink">
              <strong>{formatCLP(amount)}</strong>
              <span className="p-under p-narrow">{format.time(at)}</span>
              <span className="n-hidden">{reference}</span>
            </Link>
          ),
        },
        {
          accessor: 'status',
          title: t('payments.status'),
          render: ({ status, detail }) => (
            <div className="p-happened">
              <StatusDot tone={toneOfRefund(status)}>
                <strong className="a-strong">{t(`payments.refund_statuses.${status}`)}</strong>
              </StatusDot>
              {detail && <span className="p-under">{words.reason(detail)}</span>}
            </div>
          ),
        },
        { accessor: 'reason', title: t('payments.refund_reason'), visibleMediaQuery: MIDDLE },
        {
          accessor: 'created_at',
          title: t('payments.at'),
          noWrap: true,
          visibleMediaQuery: MIDDLE,
          render: ({ created_at: at }) => format.moment(at),
        },
        { accessor: 'requested_by', title: t('payments.asked_by'), visibleMediaQuery: MIDDLE },
        { accessor: 'authorized_by', title: t('payments.allowed_by'), visibleMediaQuery: ROOMY },
        {
          accessor: 'provider',
          title: t('payments.provider'),
          visibleMediaQuery: ROOMY,
          render: ({ provider }) => words.provider(provider),
        },
      ]}
    />
  );
}
