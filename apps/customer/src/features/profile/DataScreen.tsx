import { BigButton, useToast } from '@libs/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api';
import { profileQuery } from '../../app/queries';
import type { Profile } from '../../app/wire';
import { Check, Field } from '../../parts/Field';
import { Form } from '../../parts/Form';
import { FailureNotice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { QueryState } from '../../parts/QueryState';
import { writtenRut } from '../../parts/rut';
import { useFields } from '../../parts/useFields';

/** What I told of myself, to put right. */
export function DataScreen(): ReactNode {
  const { t } = useTranslation();
  const profile = useQuery(profileQuery);
  return (
    <Page title={t('data.title')} back="/profile">
      {profile.data ? <DataForm profile={profile.data} /> : <QueryState query={profile} />}
    </Page>
  );
}

function DataForm({ profile }: { readonly profile: Profile }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [marketing, setMarketing] = useState(profile.accepts_marketing);
  const save = useMutation({
    mutationFn: api.changeProfile,
    onSuccess: async (changed) => {
      queries.setQueryData(profileQuery.queryKey, changed);
      void queries.invalidateQueries(profileQuery);
      toast({ text: t('data.done'), outcome: 'ok' });
      await navigate({ to: '/profile' });
    },
  });
  const fields = useFields(
    {
      name: profile.name,
      phone: profile.phone ?? '',
      birth_date: profile.birth_date ?? '',
      rut: profile.rut ? writtenRut(profile.rut) : '',
    },
    ['name', 'phone'],
    save.error,
  );
  const submit = (): boolean => {
    if (!fields.check()) return false;
    const { name, phone, birth_date: birthDate, rut } = fields.values;
    if (!save.isPending) {
      save.mutate({
        name: name.trim(),
        phone: phone.trim(),
        birth_date: birthDate || null,
        rut: rut.trim() || null,
        accepts_marketing: marketing,
      });
    }
    return true;
  };
  return (
    <Form onSubmit={submit}>
      <Field label={t('field.name')} autoComplete="name" maxLength={80} {...fields.of('name')} />
      <Field label={t('field.phone')} type="tel" inputMode="tel" autoComplete="tel" {...fields.of('phone')} />
      <Field
        label={t('field.birth_date')}
        type="date"
        autoComplete="bday"
        optional
        min="1900-01-01"
        {...fields.of('birth_date')}
      />
      <Field
        label={t('field.rut')}
        optional
        autoCapitalize="characters"
        maxLength={14}
        onLeave={() => fields.set('rut', writtenRut(fields.values.rut))}
        {...fields.of('rut')}
      />
      <Check checked={marketing} onChange={setMarketing}>
        {t('register.marketing')}
      </Check>
      <FailureNotice error={save.error} />
      <BigButton type="submit" look="primary" wide busy={save.isPending}>
        {t('data.save')}
      </BigButton>
    </Form>
  );
}
