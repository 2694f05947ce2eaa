import { Button } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { changePassword } from './api';
import { SecretInput } from '../../parts/SecretInput';

/** The own password, with the current one as proof. */
export function PasswordForm(): ReactNode {
  const { t } = useTranslation();
  const schema = useMemo(
    () =>
      z
        .object({
          current: z.string().min(1, t('form.required')),
          chosen: z.string().min(12, t('settings.password_short')).max(200),
          again: z.string(),
        })
        .refine(({ chosen, again }) => chosen === again, { path: ['again'], message: t('settings.password_differs') }),
    [t],
  );
  const form = useForm({
    initialValues: { current: '', chosen: '', again: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  const act = useAct(({ current, chosen }: { current: string; chosen: string }) => changePassword(current, chosen), {
    says: t('settings.password_done'),
    onDone: () => form.reset(),
  });
  return (
    <form className="a-card a-form" noValidate onSubmit={form.onSubmit((values) => void act.run(values))}>
      <h2 className="a-title">{t('settings.password')}</h2>
      <SecretInput
        label={t('settings.password_now')}
        autoComplete="current-password"
        {...form.getInputProps('current')}
      />
      <SecretInput
        label={t('settings.password_new')}
        description={t('settings.password_hint')}
        autoComplete="new-password"
        {...form.getInputProps('chosen')}
      />
      <SecretInput label={t('settings.password_again')} autoComplete="new-password" {...form.getInputProps('again')} />
      <FailureNote failure={act.failure} />
      <div className="a-actions">
        <Button type="submit" variant="light" loading={act.busy}>
          {t('settings.password')}
        </Button>
      </div>
    </form>
  );
}
