import { BigButton } from '@libs/ui';
import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice, Notice } from '../../parts/Notice';
import { useFields } from '../../parts/useFields';
import { session } from '../../session/current';
import { EnterPage } from './EnterPage';

/** Address and password. */
export function LoginScreen(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: '/enter/login' });
  const logIn = useMutation({
    mutationFn: (values: { email: string; password: string }) => api.logIn(values.email.trim(), values.password),
    onSuccess: (tokens) => session.begin(tokens),
  });
  const fields = useFields({ email: '', password: '' }, ['email', 'password'], logIn.error);
  const submit = (): boolean => {
    if (!fields.check()) return false;
    if (!logIn.isPending) logIn.mutate(fields.values);
    return true;
  };
  return (
    <EnterPage title={t('login.title')}>
      {session.wasEnded() && !logIn.error && <Notice tone="info">{t('login.ended')}</Notice>}
      {search.done === 'reset' && !logIn.error && <Notice tone="info">{t('login.reset_done')}</Notice>}
      <Form onSubmit={submit}>
        <Field
          label={t('field.email')}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          {...fields.of('email')}
        />
        <Field label={t('field.password')} type="password" autoComplete="current-password" {...fields.of('password')} />
        <FailureNotice error={logIn.error} />
        <BigButton type="submit" look="primary" wide busy={logIn.isPending}>
          {t('login.act')}
        </BigButton>
      </Form>
      <Link to="/forgot" className="n-press guest-link">
        {t('login.forgot')}
      </Link>
      <p className="guest-enter__other">
        {t('login.no_account')}{' '}
        <Link to="/register" search={{ next: search.next }} className="n-press guest-link">
          {t('login.register')}
        </Link>
      </p>
    </EnterPage>
  );
}
