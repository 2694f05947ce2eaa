import { BigButton } from '@libs/ui';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice } from '../../parts/Notice';
import { useFields } from '../../parts/useFields';
import { CodeForm } from '../../parts/CodeForm';
import { EnterPage } from './EnterPage';
import { keepWaiting, keptWaiting, type WaitingFor } from './waiting';

/** A forgotten password: the address, then the code from the mail and a new one. */
export function ForgotScreen(): ReactNode {
  const [waiting, setWaiting] = useState<WaitingFor | null>(() => keptWaiting('reset', Date.now()));
  const wait = (now: WaitingFor | null): void => {
    keepWaiting('reset', now);
    setWaiting(now);
  };
  return waiting ? <ResetStep waiting={waiting} onWait={wait} /> : <AskStep onWait={wait} />;
}

function AskStep({ onWait }: { readonly onWait: (waiting: WaitingFor) => void }): ReactNode {
  const { t } = useTranslation();
  const ask = useMutation({
    mutationFn: (email: string) => api.forgotPassword(email),
    onSuccess: ({ token, expires_at: expiresAt }, email) => onWait({ email, token, expiresAt }),
  });
  const fields = useFields({ email: '' }, ['email'], ask.error);
  const submit = (): boolean => {
    if (!fields.check()) return false;
    if (!ask.isPending) ask.mutate(fields.values.email.trim());
    return true;
  };
  return (
    <EnterPage title={t('forgot.title')} detail={t('forgot.detail')}>
      <Form onSubmit={submit}>
        <Field
          label={t('field.email')}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          {...fields.of('email')}
        />
        <FailureNotice error={ask.error} />
        <BigButton type="submit" look="primary" wide busy={ask.isPending}>
          {t('forgot.act')}
        </BigButton>
      </Form>
      <Link to="/login" className="n-press guest-link">
        {t('forgot.back')}
      </Link>
    </EnterPage>
  );
}

interface ResetStepProps {
  readonly waiting: WaitingFor;
  readonly onWait: (waiting: WaitingFor | null) => void;
}

function ResetStep({ waiting, onWait }: ResetStepProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const reset = useMutation({
    mutationFn: ({ code, password }: { code: string; password: string }) =>
      api.resetPassword({ token: waiting.token, code, password }),
    onSuccess: async () => {
      keepWaiting('reset', null);
      await navigate({ to: '/login', search: { done: 'reset' } });
    },
  });
  return (
    <EnterPage title={t('code.title')} detail={t('forgot.sent', { email: waiting.email })}>
      <CodeForm
        withPassword
        busy={reset.isPending}
        error={reset.error}
        act={t('forgot.set')}
        onSubmit={(code, password) => reset.mutate({ code, password })}
      />
      <p className="guest-text2">{t('code.missing')}</p>
      <BigButton look="quiet" onPress={() => onWait(null)}>
        {t('code.other')}
      </BigButton>
    </EnterPage>
  );
}
