import { BigButton, formatCLP } from '@libs/ui';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { needsStepUp } from '../../app/problems';
import { ReasonField } from '../../parts/ReasonField';
import { StepUpSheet } from '../../parts/StepUpSheet';

interface CourtesyPanelProps {
  /** What the house gives away, whole pesos. */
  readonly total: number;
  /** The person at the till may not give by themselves. */
  readonly needsYes: boolean;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly error: unknown;
  readonly onGive: (reason: string, stepUpToken: string | null) => void;
}

/** On the house: why, and who allowed it. */
export function CourtesyPanel({ total, needsYes, busy, disabled, error, onGive }: CourtesyPanelProps): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [askedFor, setAskedFor] = useState<unknown>(null);
  const refusedForYes = needsStepUp(error) && error !== askedFor;
  useEffect(() => {
    if (refusedForYes) document.getElementById('courtesy-give')?.focus();
  }, [refusedForYes]);
  const presets = ['birthday', 'guest', 'complaint', 'artist', 'staff'] as const;
  const close = (): void => {
    setAsking(false);
    setAskedFor(error);
  };
  return (
    <div className="pos-courtesy">
      <p className="pos-courtesy__value">{t('courtesy.value', { amount: formatCLP(total) })}</p>
      <ReasonField
        value={reason}
        onChange={setReason}
        label={t('courtesy.reason')}
        presets={presets.map((preset) => t(`courtesy.${preset}`))}
        disabled={busy}
      />
      {needsYes && <p className="pos-text2">{t('courtesy.needs_yes')}</p>}
      <div id="courtesy-give" tabIndex={-1}>
        <BigButton
          look="primary"
          size="method"
          wide
          busy={busy}
          disabled={disabled || reason.trim() === ''}
          onPress={() => (needsYes ? setAsking(true) : onGive(reason.trim(), null))}
        >
          {t('courtesy.give')}
        </BigButton>
      </div>
      {(asking || refusedForYes) && (
        <StepUpSheet
          permission="courtesy.grant"
          reason={t('courtesy.step_up', { amount: formatCLP(total), reason: reason.trim() })}
          onClose={close}
          onGranted={(token) => {
            close();
            onGive(reason.trim(), token);
          }}
        />
      )}
    </div>
  );
}
