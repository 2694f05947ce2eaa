import { BigButton, formatCLP, StatusDot, type Tone } from '@libs/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paymentQuery } from '../../app/queries';
import type { Refund } from '../../app/wire';

interface CardRefundProps {
  readonly intentId: string;
  /** Giving back is offered; a cancelled sale only shows how far it is. */
  readonly mayRefund: boolean;
  /** Hears how much is left to give back, whole pesos. */
  readonly onRefund: (amount: number) => void;
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
export function CardRefund({ intentId, mayRefund, onRefund }: CardRefundProps): ReactNode {
  const { t } = useTranslation();
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
        <BigButton onPress={() => onRefund(left)}>{t('refund.part', { amount: formatCLP(left) })}</BigButton>
      )}
    </div>
  );
}
