import { useWrite } from '@libs/screen';
import { BigButton, formatCLP, Sheet, signal } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { PaymentDetail } from '../../app/wire';
import { FailureNotice } from '../../parts/Notice';
import { ReasonField } from '../../parts/ReasonField';
import { StepUpSheet } from '../../parts/StepUpSheet';

interface ResolveSheetProps {
  readonly intent: PaymentDetail;
  readonly outcome: 'approved' | 'not_charged';
  readonly onClose: () => void;
  readonly onResolved: (intent: PaymentDetail) => void;
}

const MOST_CODE_LETTERS = 30;

/** A supervisor says what became of a payment that nobody knows of: by the voucher's code, or that there is none. */
export function ResolveSheet({ intent, outcome, onClose, onResolved }: ResolveSheetProps): ReactNode {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const charged = outcome === 'approved';
  const amount = formatCLP(intent.amount);
  const said = { amount, code: code.trim(), reason: reason.trim() };
  const resolve = useWrite(
    (token: string, key) =>
      api.resolvePayment(
        intent.id,
        {
          outcome,
          reason: said.reason,
          step_up_token: token,
          ...(charged ? { authorization_code: said.code } : {}),
        },
        key,
      ),
    (answer) => {
      signal('ok');
      onResolved(answer);
    },
  );
  if (asking) {
    return (
      <StepUpSheet
        permission="payment.resolve"
        reason={t(charged ? 'card.step_up_charged' : 'card.step_up_not_charged', said)}
        onClose={() => setAsking(false)}
        onGranted={(token) => {
          setAsking(false);
          resolve.mutate(token);
        }}
      />
    );
  }
  const presets = charged
    ? (['seen_voucher', 'seen_terminal', 'seen_bank'] as const)
    : (['nothing_terminal', 'never_paid'] as const);
  const missing = said.reason === '' || (charged && said.code === '');
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t(charged ? 'card.charged_title' : 'card.not_charged_title')}
      footer={
        <BigButton look="primary" wide busy={resolve.isPending} disabled={missing} onPress={() => setAsking(true)}>
          {t('card.sign')}
        </BigButton>
      }
    >
      <div className="pos-stack">
        <p className="pos-text2">{t(charged ? 'card.charged_words' : 'card.not_charged_words', { amount })}</p>
        {charged && (
          <>
            <label className="pos-label" htmlFor="card-code">
              {t('card.code')}
            </label>
            <input
              id="card-code"
              className="pos-input"
              value={code}
              maxLength={MOST_CODE_LETTERS}
              autoComplete="off"
              inputMode="numeric"
              disabled={resolve.isPending}
              onChange={(event) => setCode(event.target.value)}
            />
          </>
        )}
        <ReasonField
          value={reason}
          onChange={setReason}
          label={t('card.resolve_reason')}
          presets={presets.map((preset) => t(`card.${preset}`))}
          disabled={resolve.isPending}
        />
        <FailureNotice error={resolve.error} />
      </div>
    </Sheet>
  );
}
