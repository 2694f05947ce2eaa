import { formatCLP } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentIntentDetail } from '../../app/wire';
import { PesosInput } from '../../parts/fields';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { refundIntent } from './api';
import { leftToRefund } from './intent';

interface RefundSheetProps {
  readonly intent: PaymentIntentDetail;
  readonly onClose: () => void;
}

/** Gives money of a charge back, with the PIN of another person. */
export function RefundSheet({ intent, onClose }: RefundSheetProps): ReactNode {
  const { t } = useTranslation();
  const [left] = useState(() => leftToRefund(intent));
  const [amount, setAmount] = useState<number | string>(left);
  const [tried, setTried] = useState(false);
  const pesos = Number(amount);
  const isPossible = pesos > 0 && pesos <= left;
  return (
    <StepUpSheet
      title={t('payments.refund')}
      lead={t('payments.refund_lead')}
      submit={t('payments.refund_submit')}
      danger
      permission="payment.refund"
      says={t('payments.refund_done')}
      refresh={[['payments'], ['sales'], ['board']]}
      act={(allowed, key) => refundIntent(intent.id, pesos, allowed, key)}
      check={() => {
        setTried(true);
        return isPossible;
      }}
      onClose={onClose}
    >
      {() => (
        <PesosInput
          label={t('payments.refund_amount')}
          description={t('payments.refund_left', { amount: formatCLP(left) })}
          required
          data-autofocus
          value={amount}
          error={
            tried && !isPossible
              ? t(pesos > 0 ? 'payments.refund_too_much' : 'form.positive', { amount: formatCLP(left) })
              : undefined
          }
          onChange={setAmount}
        />
      )}
    </StepUpSheet>
  );
}
