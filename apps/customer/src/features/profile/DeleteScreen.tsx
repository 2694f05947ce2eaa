import { hasCode } from '@libs/screen';
import { BigButton, useToast } from '@libs/ui';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { useFields } from '../../parts/useFields';
import { session } from '../../session/current';

/** The end of the account. Cannot be taken back, so it asks for the password. */
export function DeleteScreen(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const end = useMutation({
    mutationFn: api.deleteAccount,
    onSuccess: () => {
      session.end();
      toast({ text: t('delete.done'), outcome: 'ok' });
    },
  });
  const fields = useFields({ password: '' }, ['password'], end.error);
  const wouldLose = hasCode(end.error, 'customer.things_left');
  const submit = (): boolean => {
    if (!fields.check()) return false;
    // Once told what would be lost, whoever asks again gives it up.
    if (!end.isPending) end.mutate({ password: fields.values.password, ...(wouldLose ? { gives_up: true } : {}) });
    return true;
  };
  return (
    <Page title={t('delete.title')} back="/profile">
      <ul className="guest-list">
        {(['money', 'data', 'sales', 'final'] as const).map((line) => (
          <li key={line}>{t(`delete.${line}`)}</li>
        ))}
      </ul>
      <Form onSubmit={submit}>
        <Field label={t('field.password')} type="password" autoComplete="current-password" {...fields.of('password')} />
        <FailureNotice error={end.error} />
        <BigButton type="submit" look="danger" wide busy={end.isPending}>
          {t(wouldLose ? 'delete.act_anyway' : 'delete.act')}
        </BigButton>
      </Form>
    </Page>
  );
}
