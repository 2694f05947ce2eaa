import { hasCode, useWrite } from '@libs/screen';
import { BigButton, formatCLP, Sheet, signal } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api';
import type { Sale } from '../app/wire';
import { FailureNotice, Notice } from './Notice';
import { ReasonField } from './ReasonField';
import { StepUpSheet } from './StepUpSheet';

interface CancelSheetProps {
  readonly sale: Sale;
  readonly onClose: () => void;
  readonly onCancelled: (sale: Sale) => void;
}

/** Takes a sale back: a reason, and the yes of another person. Told apart when drinks were handed over already. */
export function CancelSheet({ sale, onClose, onCancelled }: CancelSheetProps): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [despite, setDespite] = useState(false);
  const cancel = useWrite(
    (token: string, key) =>
      api.cancelSale(sale.id, { reason: reason.trim(), step_up_token: token, despite_delivery: despite }, key),
    (cancelled) => {
      signal('ok');
      onCancelled(cancelled);
    },
  );
  const delivered = despite || hasCode(cancel.error, 'sale.already_delivered');
  const byCard = sale.payments.reduce((sum, one) => (one.payment_intent_id === null ? sum : sum + one.amount), 0);
  const presets = ['mistake', 'regret', 'double', 'stock'] as const;
  if (asking) {
    return (
      <StepUpSheet
        permission="sale.cancel"
        reason={t('cancel.step_up', { amount: formatCLP(sale.total_amount), reason: reason.trim() })}
        onClose={() => setAsking(false)}
        onGranted={(token) => {
          setAsking(false);
          cancel.mutate(token);
        }}
      />
    );
  }
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('cancel.title', { code: sale.ticket?.display_code ?? '' })}
      footer={
        <>
          <BigButton onPress={onClose}>{t('cancel.keep')}</BigButton>
          <BigButton
            look="danger"
            busy={cancel.isPending}
            disabled={reason.trim() === ''}
            onPress={() => {
              if (delivered) setDespite(true);
              setAsking(true);
            }}
          >
            {delivered ? t('cancel.despite') : t('cancel.act')}
          </BigButton>
        </>
      }
    >
      <div className="pos-stack">
        <p className="pos-text2">{t('cancel.detail', { amount: formatCLP(sale.total_amount) })}</p>
        {byCard > 0 && <p className="pos-label">{t('refund.on_cancel', { amount: formatCLP(byCard) })}</p>}
        <ReasonField
          value={reason}
          onChange={setReason}
          label={t('cancel.reason')}
          presets={presets.map((preset) => t(`cancel.${preset}`))}
          disabled={cancel.isPending}
        />
        {delivered ? <Notice tone="bad">{t('cancel.delivered')}</Notice> : <FailureNotice error={cancel.error} />}
      </div>
    </Sheet>
  );
}
