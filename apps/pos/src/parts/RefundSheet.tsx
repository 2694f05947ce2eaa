import { useWrite } from '@libs/screen';
import { BigButton, formatCLP, Sheet, signal, useToast } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api';
import { paymentQuery } from '../app/queries';
import { FailureNotice } from './Notice';
import { ReasonField } from './ReasonField';
import { StepUpSheet } from './StepUpSheet';

interface RefundSheetProps {
  readonly intentId: string;
  /** What goes back, whole pesos: all that is left of the payment. */
  readonly amount: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives a card payment back: a reason, and the yes of another person. */
export function RefundSheet({ intentId, amount, onClose, onDone }: RefundSheetProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const pesos = formatCLP(amount);
  const refund = useWrite(
    (token: string, key) => api.refundPayment(intentId, { amount, reason: reason.trim(), step_up_token: token }, key),
    () => {
      signal('ok');
      toast({ text: t('refund.done'), outcome: 'ok' });
      void queries.invalidateQueries(paymentQuery(intentId));
      onDone();
    },
  );
  if (asking) {
    return (
      <StepUpSheet
        permission="payment.refund"
        reason={t('refund.step_up', { amount: pesos, reason: reason.trim() })}
        onClose={() => setAsking(false)}
        onGranted={(token) => {
          setAsking(false);
          refund.mutate(token);
        }}
      />
    );
  }
  const presets = ['mistake', 'double', 'service'] as const;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('refund.title')}
      footer={
        <>
          <BigButton onPress={onClose}>{t('refund.keep')}</BigButton>
          <BigButton
            look="danger"
            busy={refund.isPending}
            disabled={reason.trim() === ''}
            onPress={() => setAsking(true)}
          >
            {t('refund.act', { amount: pesos })}
          </BigButton>
        </>
      }
    >
      <div className="pos-stack">
        <p className="pos-text2">{t('refund.detail', { amount: pesos })}</p>
        <ReasonField
          value={reason}
          onChange={setReason}
          label={t('refund.reason')}
          presets={presets.map((preset) => t(`refund.${preset}`))}
          disabled={refund.isPending}
        />
        <FailureNotice error={refund.error} />
      </div>
    </Sheet>
  );
}
