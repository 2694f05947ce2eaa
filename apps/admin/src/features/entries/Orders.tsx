import { formatCLP, StatusDot, type Tone } from '@libs/ui';
import { Button, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { EntryOrder } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { usePages } from '../../parts/usePages';
import { listOrders, type OrderRefund, refundOrder } from './api';

const TONES: Readonly<Record<EntryOrder['status'], Tone>> = {
  PENDING: 'warn',
  PAID: 'ok',
  CANCELLED: 'idle',
  EXPIRED: 'idle',
  REFUNDED: 'idle',
};
const STATUSES = ['PENDING', 'PAID', 'CANCELLED', 'EXPIRED', 'REFUNDED'] as const satisfies EntryOrder['status'][];

/** Who ordered which entries, whether they are paid, and giving the money back. */
export function Orders({ night }: { readonly night: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { permissions } = useMe();
  const [status, setStatus] = useState<EntryOrder['status'] | null>(null);
  const [refunding, setRefunding] = useState<EntryOrder | null>(null);
  const pages = usePages(['entries', 'orders', night, status], (cursor) => listOrders({ night, status }, cursor));
  return (
    <>
      <div className="a-bar">
        <Select
          label={t('entries.state')}
          placeholder={t('act.all')}
          clearable
          data={STATUSES.map((value) => ({ value, label: t(`entries.statuses.${value}`) }))}
          value={status}
          onChange={setStatus}
        />
      </div>
      <AnswerOf of={pages}>
        {(orders) => (
          <Grid<EntryOrder>
            label={t('entries.tab.orders')}
            rows={orders}
            id="uuid"
            more={pages.more}
            empty={t('entries.no_orders')}
            columns={[
              {
                accessor: 'customer_name',
                title: t('entries.customer'),
                render: ({ customer_name: name, lines, created_at: at }) => (
                  <div>
                    <strong className="a-strong">{name}</strong>
                    <p className="a-quiet a-small">
                      {lines.map(({ qty, name: kind }) => `${qty} × ${kind}`).join(', ')} · {format.moment(at)}
                    </p>
                  </div>
                ),
              },
              {
                accessor: 'total_amount',
                title: t('entries.total'),
                textAlign: 'right',
                noWrap: true,
                render: ({ total_amount: total }) => (total === 0 ? t('entries.free') : formatCLP(total)),
              },
              {
                accessor: 'pay',
                title: t('entries.pay'),
                visibleMediaQuery: MIDDLE,
                render: ({ pay }) => t(`entries.pays.${pay}`),
              },
              {
                accessor: 'status',
                title: t('entries.state'),
                render: ({ status: now, is_refund_due: due, refunded_amount: back }) => (
                  <div>
                    <StatusDot tone={due ? 'bad' : TONES[now]}>
                      {t(due ? 'entries.refund_due' : `entries.statuses.${now}`)}
                    </StatusDot>
                    {back > 0 && (
                      <p className="a-quiet a-small">{t('entries.refunded', { amount: formatCLP(back) })}</p>
                    )}
                  </div>
                ),
              },
              {
                accessor: 'uuid',
                title: t('act.actions'),
                render: (order) =>
                  order.status === 'PAID' &&
                  permissions.includes('payment.refund') && (
                    <Button variant="light" onClick={() => setRefunding(order)}>
                      {t('entries.refund')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </AnswerOf>
      {refunding && <RefundOrderSheet order={refunding} onClose={() => setRefunding(null)} />}
    </>
  );
}

interface RefundOrderSheetProps {
  readonly order: EntryOrder;
  readonly onClose: () => void;
}

const WAYS = ['original', 'wallet'] as const satisfies OrderRefund['to'][];

function RefundOrderSheet({ order, onClose }: RefundOrderSheetProps): ReactNode {
  const { t } = useTranslation();
  const [to, setTo] = useState<OrderRefund['to']>('original');
  return (
    <StepUpSheet
      title={t('entries.refund')}
      lead={t('entries.refund_lead', { name: order.customer_name })}
      submit={t('entries.refund')}
      danger
      permission="payment.refund"
      says={t('entries.refund_done')}
      refresh={[['entries'], ['payments'], ['wallet']]}
      act={(allowed, key) => refundOrder(order.uuid, { ...allowed, to }, key)}
      onClose={onClose}
    >
      {() => (
        <Select
          label={t('entries.refund_to')}
          allowDeselect={false}
          data={WAYS.map((value) => ({ value, label: t(`entries.refund_ways.${value}`) }))}
          value={to}
          onChange={(value) => value && setTo(value)}
        />
      )}
    </StepUpSheet>
  );
}
