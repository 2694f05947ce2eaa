import { BigButton, useToast } from '@libs/ui';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { useFields } from '../../parts/useFields';
import { session } from '../../session/current';

/** Another password; every other device has to log in again. */
export function PasswordScreen(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const change = useMutation({
    mutationFn: api.changePassword,
    onSuccess: async (tokens) => {
      session.begin(tokens);
      toast({ text: t('password.done'), outcome: 'ok' });
      await navigate({ to: '/profile' });
    },
  });
  const fields = useFields({ current: '', new: '' }, ['current', 'new'], change.error);
  const submit = (): boolean => {
    if (!fields.check()) return false;
    if (!change.isPending) change.mutate(fields.values);
    return true;
  };
  return (
    <Page title={t('password.title')} back="/profile">
      <p className="guest-text2">{t('password.detail')}</p>
      <Form onSubmit={submit}>
        <Field
          label={t('password.current')}
          type="password"
          autoComplete="current-password"
          {...fields.of('current')}
        />
        <Field
          label={t('field.new_password')}
          type="password"
          autoComplete="new-password"
          hint={t('field.password_hint')}
          {...fields.of('new')}
        />
        <FailureNotice error={change.error} />
        <BigButton type="submit" look="primary" wide busy={change.isPending}>
          {t('password.act')}
        </BigButton>
      </Form>
    </Page>
  );
}
