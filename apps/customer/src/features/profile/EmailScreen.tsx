import { BigButton, useToast } from '@libs/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { profileQuery } from '../../app/queries';
import { CodeForm } from '../../parts/CodeForm';
import { Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { useFields } from '../../parts/useFields';
import { session } from '../../session/current';

interface Asked {
  readonly email: string;
  readonly token: string;
}

/** Another address: the password proves who asks, the code from the new mailbox whose it is. */
export function EmailScreen(): ReactNode {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Page title={t('email.title')} back="/profile">
      {asked ? <ConfirmStep asked={asked} onBack={() => setAsked(null)} /> : <AskStep onAsked={setAsked} />}
    </Page>
  );
}

function AskStep({ onAsked }: { readonly onAsked: (asked: Asked) => void }): ReactNode {
  const { t } = useTranslation();
  const ask = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => api.askForEmail(email.trim(), password),
    onSuccess: ({ token }, { email }) => onAsked({ email: email.trim(), token }),
  });
  const fields = useFields({ email: '', password: '' }, ['email', 'password'], ask.error);
  const submit = (): boolean => {
    if (!fields.check()) return false;
    if (!ask.isPending) ask.mutate(fields.values);
    return true;
  };
  return (
    <Form onSubmit={submit}>
      <Field
        label={t('email.new')}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        {...fields.of('email')}
      />
      <Field label={t('field.password')} type="password" autoComplete="current-password" {...fields.of('password')} />
      <FailureNotice error={ask.error} />
      <BigButton type="submit" look="primary" wide busy={ask.isPending}>
        {t('forgot.act')}
      </BigButton>
    </Form>
  );
}

interface ConfirmStepProps {
  readonly asked: Asked;
  readonly onBack: () => void;
}

function ConfirmStep({ asked, onBack }: ConfirmStepProps): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (code: string) => api.changeEmail(asked.token, code),
    onSuccess: async (tokens) => {
      session.begin(tokens);
      await queries.invalidateQueries(profileQuery);
      toast({ text: t('email.done'), outcome: 'ok' });
      await navigate({ to: '/profile' });
    },
  });
  return (
    <>
      <p className="guest-text2">{t('code.detail', { email: asked.email })}</p>
      <CodeForm
        busy={change.isPending}
        error={change.error}
        act={t('code.act')}
        onSubmit={(code) => change.mutate(code)}
      />
      <p className="guest-text2">{t('code.missing')}</p>
      <BigButton look="quiet" onPress={onBack}>
        {t('code.other')}
      </BigButton>
    </>
  );
}
