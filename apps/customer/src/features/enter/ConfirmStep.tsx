import { hasCode } from '@libs/screen';
import { BigButton, useToast } from '@libs/ui';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import type { NewMember } from '../../app/wire';
import { FailureNotice } from '../../parts/Notice';
import { session } from '../../session/current';
import { CodeForm } from '../../parts/CodeForm';
import { EnterPage } from './EnterPage';
import { keepWaiting, type WaitingFor } from './waiting';

interface ConfirmStepProps {
  readonly waiting: WaitingFor;
  /** What was typed into the form; absent when the app was closed meanwhile, for it holds a password. */
  readonly given: NewMember | null;
  readonly onWait: (waiting: WaitingFor | null) => void;
}

/** Look into your mail: the code that is there begins the account. */
export function ConfirmStep({ waiting, given, onWait }: ConfirmStepProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const confirm = useMutation({
    mutationFn: (code: string) => api.confirmEmail(waiting.token, code),
    onSuccess: (tokens) => {
      keepWaiting('register', null);
      session.begin(tokens);
    },
  });
  const again = useMutation({
    mutationFn: (member: NewMember) => api.register(member),
    onSuccess: ({ token, expires_at: expiresAt }) => {
      onWait({ ...waiting, token, expiresAt });
      confirm.reset();
      toast({ text: t('code.sent_again'), outcome: 'ok' });
    },
  });
  return (
    <EnterPage title={t('code.title')} detail={t('code.detail', { email: waiting.email })}>
      <CodeForm
        busy={confirm.isPending}
        error={confirm.error}
        act={t('code.act')}
        onSubmit={(code) => confirm.mutate(code)}
      />
      {hasCode(confirm.error, 'customer.already_registered') && (
        <Link to="/login" className="n-press guest-link" onClick={() => onWait(null)}>
          {t('login.act')}
        </Link>
      )}
      <p className="guest-text2">{t('code.missing')}</p>
      <FailureNotice error={again.error} />
      <div className="guest-row">
        {given && (
          <BigButton look="plain" busy={again.isPending} onPress={() => again.mutate(given)}>
            {t('code.again')}
          </BigButton>
        )}
        <BigButton look="quiet" onPress={() => onWait(null)}>
          {t('code.other')}
        </BigButton>
      </div>
    </EnterPage>
  );
}
