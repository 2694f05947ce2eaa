import { hasCode, useLink, useWrite } from '@libs/screen';
import { BigButton, type CashCount, cashCountTotal, DenominationCounter, formatCLP, Sheet, signal } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { needsStepUp } from '../../app/problems';
import { mySessionQuery, registersQuery } from '../../app/queries';
import type { Me, Register } from '../../app/wire';
import { FailureNotice, Notice } from '../../parts/Notice';
import { ReasonField } from '../../parts/ReasonField';
import { StepUpSheet } from '../../parts/StepUpSheet';
import { suggestedCount } from './suggested-count';

interface OpenRegisterProps {
  readonly register: Register;
  readonly me: Me;
  readonly onBack: () => void;
}

/** The float, counted. It differs with a reason, much with another person, and never without the server. */
export function OpenRegister({ register, me, onBack }: OpenRegisterProps): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { link } = useLink();
  const [count, setCount] = useState<CashCount>(() => suggestedCount(register.suggested_float));
  const [reason, setReason] = useState('');
  const [step, setStep] = useState<'reason' | 'sign' | null>(null);
  const total = cashCountTotal(count);
  const difference = register.suggested_float > 0 ? total - register.suggested_float : 0;
  const open = useWrite(
    (token: string | null, key) =>
      api.openSession(
        register.id,
        {
          denominations: count,
          ...(difference !== 0 ? { reason: reason.trim() } : {}),
          ...(token === null ? {} : { step_up_token: token }),
        },
        key,
      ),
    (session) => {
      signal('ok');
      queries.setQueryData(mySessionQuery.queryKey, session);
      void queries.invalidateQueries(registersQuery);
    },
  );
  const needsYes = Math.abs(difference) > me.venue.settings.float_tolerance;
  const send = (token: string | null): void =>
    open.mutate(token, {
      onError: (error) => {
        if (needsStepUp(error)) setStep('sign');
        if (hasCode(error, 'register.already_open')) void queries.invalidateQueries(registersQuery);
      },
    });
  const differs = t(difference > 0 ? 'register.float_more' : 'register.float_less', {
    amount: formatCLP(Math.abs(difference)),
    suggested: formatCLP(register.suggested_float),
  });
  const offline = link === 'offline';
  return (
    <div className="pos-page">
      <header className="pos-page__head">
        <button type="button" className="n-press pos-back" onClick={onBack}>
          <IconArrowLeft size={24} stroke={1.8} aria-hidden />
          {t('page.back')}
        </button>
        <h1 className="pos-page__title">{t('register.float_title', { register: register.name })}</h1>
      </header>
      <div className="pos-page__body pos-count">
        {offline && <Notice>{t('register.offline')}</Notice>}
        <DenominationCounter value={count} onChange={setCount} disabled={open.isPending} />
        {open.error && !needsStepUp(open.error) ? <FailureNotice error={open.error} /> : null}
      </div>
      <footer className="pos-page__foot">
        {difference !== 0 && <p className="pos-differs">{differs}</p>}
        <BigButton
          look="primary"
          wide
          busy={open.isPending}
          disabled={offline}
          onPress={() => (difference === 0 ? send(null) : setStep('reason'))}
        >
          {t('register.open_with', { amount: formatCLP(total) })}
        </BigButton>
      </footer>
      <Sheet
        opened={step === 'reason'}
        onClose={() => setStep(null)}
        title={t('register.float_reason')}
        footer={
          <BigButton
            look="primary"
            disabled={reason.trim() === ''}
            onPress={() => {
              setStep(needsYes ? 'sign' : null);
              if (!needsYes) send(null);
            }}
          >
            {t('register.open_with', { amount: formatCLP(total) })}
          </BigButton>
        }
      >
        <div className="pos-stack">
          <p>
            {differs} {needsYes && t('register.float_signed')}
          </p>
          <ReasonField
            value={reason}
            onChange={setReason}
            label={t('cash.reason')}
            presets={[t('register.reason_coins'), t('register.reason_left'), t('register.reason_admin')]}
          />
        </div>
      </Sheet>
      {step === 'sign' && (
        <StepUpSheet
          permission="session.sign"
          reason={t('register.step_up', { amount: formatCLP(Math.abs(difference)) })}
          onClose={() => setStep(null)}
          onGranted={(token) => {
            setStep(null);
            send(token);
          }}
        />
      )}
    </div>
  );
}
