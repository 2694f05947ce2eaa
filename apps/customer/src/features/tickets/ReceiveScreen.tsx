import { useWrite } from '@libs/screen';
import { BigButton, signal, useToast } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { entriesQuery } from '../../app/queries';
import { Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { useFields } from '../../parts/useFields';

/** Takes an entry that somebody sent, by its code. */
export function ReceiveScreen(): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const take = useWrite(
    (code: string, key) => api.takeEntry(code, key),
    async ({ uuid }) => {
      signal('ok');
      await queries.invalidateQueries({ queryKey: entriesQuery.queryKey, refetchType: 'all' });
      toast({ text: t('receive.done'), outcome: 'ok' });
      await navigate({ to: '/tickets/entry/$id', params: { id: uuid }, replace: true });
    },
    (code) => code,
  );
  const fields = useFields({ code: '' }, ['code'], take.error);
  const submit = (): boolean => {
    if (!fields.check()) return false;
    if (!take.isPending) take.mutate(fields.values.code.trim());
    return true;
  };
  return (
    <Page title={t('receive.title')} back="/tickets">
      <p className="guest-text2">{t('receive.detail')}</p>
      <Form onSubmit={submit}>
        <Field
          label={t('receive.code')}
          maxLength={40}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          {...fields.of('code')}
        />
        <FailureNotice error={take.error} />
        <BigButton type="submit" look="primary" wide busy={take.isPending}>
          {t('receive.act')}
        </BigButton>
      </Form>
    </Page>
  );
}
