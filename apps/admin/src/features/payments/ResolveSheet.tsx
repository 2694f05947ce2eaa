import { Radio, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentIntentDetail } from '../../app/wire';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { type Resolution, resolveIntent } from './api';

type Outcome = Resolution['outcome'];

interface ResolveSheetProps {
  readonly intent: PaymentIntentDetail;
  readonly onClose: () => void;
}

/** A person found out what became of a charge, and says so with the PIN of another one. */
export function ResolveSheet({ intent, onClose }: ResolveSheetProps): ReactNode {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [code, setCode] = useState(intent.charge?.authorization_code ?? '');
  const [tried, setTried] = useState(false);
  const isCodeMissing = outcome === 'approved' && code.trim() === '';
  return (
    <StepUpSheet
      title={t('payments.resolve_title')}
      lead={t('payments.resolve_lead')}
      submit={t('payments.resolve_submit')}
      permission="payment.resolve"
      says={t('payments.resolve_done')}
      refresh={[['payments'], ['sessions'], ['board']]}
      act={(allowed, key) => {
        const given = { ...allowed, outcome: outcome ?? 'not_charged' };
        return resolveIntent(intent.id, outcome === 'approved' ? { ...given, code: code.trim() } : given, key);
      }}
      check={() => {
        setTried(true);
        return outcome !== null && !isCodeMissing;
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <Radio.Group
            label={t('payments.resolve_outcome')}
            required
            value={outcome}
            error={tried && outcome === null ? t('form.required') : undefined}
            onChange={(one) => setOutcome(one === 'approved' ? 'approved' : 'not_charged')}
          >
            <div className="p-choices">
              {(['approved', 'not_charged'] as const).map((one) => (
                <Radio
                  key={one}
                  size="md"
                  value={one}
                  label={t(`payments.resolve_${one}`)}
                  description={t(`payments.resolve_${one}_hint`)}
                />
              ))}
            </div>
          </Radio.Group>
          {outcome === 'approved' && (
            <TextInput
              label={t('payments.resolve_code')}
              description={t('payments.resolve_code_hint')}
              required
              maxLength={30}
              autoComplete="off"
              value={code}
              error={tried && isCodeMissing ? t('form.required') : undefined}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
        </>
      )}
    </StepUpSheet>
  );
}
