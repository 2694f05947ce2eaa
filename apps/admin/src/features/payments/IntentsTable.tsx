import { formatCLP, StatusDot } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentIntent } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { isOver, outcomeOf, saleOf, toneOf } from './intent';
import { usePaymentWords } from './useWords';

interface IntentsTableProps {
  readonly intents: readonly PaymentIntent[];
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
  readonly onShow: (id: string) => void;
}

/** Charges, each in words with the colour of its outcome. */
export function IntentsTable({ intents, more, onShow }: IntentsTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = usePaymentWords();
  return (
    <Grid<PaymentIntent>
      label={t('payments.list')}
      rows={intents}
      more={more}
      columns={[
        {
          accessor: 'amount',
          title: t('payments.amount'),
          noWrap: true,
          render: (intent) => (
            <button type="button" className="a-rowlink" onClick={() => onShow(intent.id)}>
              <strong>{formatCLP(intent.amount)}</strong>
              <span className="p-under p-narrow">{format.time(intent.created_at)}</span>
              <span className="n-hidden">{intent.reference}</span>
            </button>
          ),
        },
        { accessor: 'status', title: t('payments.what'), render: (intent) => <Happened intent={intent} /> },
        {
          accessor: 'created_at',
          title: t('payments.at'),
          noWrap: true,
          visibleMediaQuery: MIDDLE,
          render: (intent) => format.moment(intent.created_at),
        },
        { accessor: 'register_name', title: t('payments.register'), noWrap: true, visibleMediaQuery: MIDDLE },
        {
          accessor: 'employee',
          title: t('payments.who'),
          noWrap: true,
          visibleMediaQuery: ROOMY,
          render: ({ employee, order }) => employee?.name ?? order?.customer_name,
        },
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

/** The outcome with what made it, and whether it is a sale. */
function Happened({ intent }: { readonly intent: PaymentIntent }): ReactNode {
  const { t } = useTranslation();
  const words = usePaymentWords();
  const { charge, reason, progress, status, flag } = intent;
  const doing = isOver(intent) || !progress ? undefined : words.progress(progress.code, progress.text);
  const details = [
    reason && words.reason(reason),
    doing && status !== 'UNKNOWN' && doing,
    charge?.last4 && [charge.card_brand, t('payments.card_number', { last4: charge.last4 })].filter(Boolean).join(' '),
    charge?.authorization_code && t('payments.code_short', { code: charge.authorization_code }),
    status === 'APPROVED' && saleOf(intent) !== 'sold' && t(`payments.${saleOf(intent)}`),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return (
    <div className="p-happened">
      <StatusDot tone={toneOf(intent)}>
        <strong className="a-strong">{words.status(outcomeOf(intent))}</strong>
      </StatusDot>
      {details.length > 0 && <span className="p-under">{details.join(' · ')}</span>}
      <Pills intent={intent} showFlag={flag !== null} />
    </div>
  );
}

/** What else is to be known of it: why it needs a person, what went back, by the backup. */
export function Pills({ intent, showFlag }: { readonly intent: PaymentIntent; readonly showFlag: boolean }): ReactNode {
  const { t } = useTranslation();
  const { flag, refunded_amount: refunded, amount, fallback_of: fallback } = intent;
  if (!(showFlag && flag) && refunded === 0 && !fallback) return null;
  return (
    <span className="a-pills">
      {showFlag && flag && (
        <span className="a-pill" data-tone="warn">
          {t(`payments.flags.${flag}`)}
        </span>
      )}
      {refunded > 0 && (
        <span className="a-pill">
          {refunded >= amount ? t('payments.refunded_all') : t('payments.refunded', { amount: formatCLP(refunded) })}
        </span>
      )}
      {fallback && <span className="a-pill">{t('payments.fallback')}</span>}
    </span>
  );
}
