import { BigButton, formatCLP, StatusDot, type Tone } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentQuery } from '../../app/queries';
import type { Refund } from '../../app/wire';
import { RefundSheet } from '../../parts/RefundSheet';

interface CardRefundProps {
  readonly intentId: string;
  /** Giving back is offered; a cancelled sale only shows how far it is. */
  readonly mayRefund: boolean;
}

const TONES: Record<Refund['status'], Tone> = {
  REQUESTED: 'idle',
  SENT: 'idle',
  DONE: 'ok',
  REFUSED: 'bad',
  UNKNOWN: 'warn',
  BY_HAND: 'warn',
};

/** What of a card payment went back, and giving back what is left. */
export function CardRefund({ intentId, mayRefund }: CardRefundProps): ReactNode {
  const { t } = useTranslation();
  const [refunding, setRefunding] = useState(false);
  const { data } = useQuery(paymentQuery(intentId));
  if (!data) return null;
  const left = data.amount - data.refunded_amount;
  return (
    <div className="pos-stack">
      {data.refunds.map((refund) => (
        <p key={refund.id} role="status">
          <StatusDot tone={TONES[refund.status]}>
            {t(`refund.status.${refund.status}`, { amount: formatCLP(refund.amount) })}
            {refund.detail && `: ${refund.detail}`}
          </StatusDot>
        </p>
      ))}
      {mayRefund && left > 0 && (
        <BigButton onPress={() => setRefunding(true)}>{t('refund.part', { amount: formatCLP(left) })}</BigButton>
      )}
      {refunding && (
        <RefundSheet
          intentId={intentId}
          amount={left}
          onClose={() => setRefunding(false)}
          onDone={() => setRefunding(false)}
        />
      )}
    </div>
  );
}
