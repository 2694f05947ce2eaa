import { formatCLP } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentIntentDetail } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { saleOf } from './intent';
import { usePaymentWords } from './useWords';

interface IntentFactsProps {
  readonly intent: PaymentIntentDetail;
  readonly onShow: (id: string) => void;
}

/** Who charged what, when and where, what the provider says of it, and the sale it became. */
export function IntentFacts({ intent, onShow }: IntentFactsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const words = usePaymentWords();
  const { charge, fallback_of: fallback, fallback_reason: why, pay_url: page } = intent;
  const facts: readonly (readonly [string, string | number | null | undefined])[] = [
    [t('payments.at'), format.moment(intent.created_at)],
    [t('payments.register'), intent.register_name],
    [t('payments.who'), intent.employee?.name ?? intent.order?.customer_name],
    [t('payments.bought'), intent.order && t(`payments.orders.${intent.order.kind}`)],
    [t('payments.provider'), words.provider(intent.provider)],
    [t('payments.reference'), intent.reference],
    [t('payments.charged'), charge?.amount == null ? null : formatCLP(charge.amount)],
    [t('payments.tip'), charge?.tip ? formatCLP(charge.tip) : null],
    [t('payments.card'), charge && cardOf(charge, (last4) => t('payments.card_number', { last4 }))],
    [t('payments.code'), charge?.authorization_code],
    [t('payments.operation'), charge?.operation_number],
    [t('payments.terminal'), charge?.terminal_id],
    [t('payments.fallback'), why && t('payments.fallback_because', { status: words.fallback(why) })],
  ];
  return (
    <section className="a-stack">
      <dl className="a-facts p-facts">
        {facts
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="p-links">
        {saleOf(intent) === 'sold' && intent.sale_id !== null ? (
          <Link to="/sales" search={{ sale: intent.sale_id }} className="a-link p-link">
            {t('payments.see_sale')}
          </Link>
        ) : (
          <span className="a-quiet p-link">
            {t(saleOf(intent) === 'sold' ? 'payments.ordered' : `payments.${saleOf(intent)}`)}
          </span>
        )}
        {fallback && (
          <button type="button" className="a-rowlink a-link" onClick={() => onShow(fallback)}>
            {t('payments.first_attempt')}
          </button>
        )}
        {page && saleOf(intent) === 'not_sold' && (
          <a className="a-link p-link" href={page} target="_blank" rel="noreferrer">
            {t('payments.pay_page_open')}
          </a>
        )}
      </p>
    </section>
  );
}

function cardOf(charge: NonNullable<PaymentIntentDetail['charge']>, mask: (last4: string) => string): string {
  const { card_brand: brand, card_type: type, last4 } = charge;
  return [brand, type, last4 && mask(last4)].filter(Boolean).join(' ');
}
