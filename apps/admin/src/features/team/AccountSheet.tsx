import { TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Employee } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { setAccount } from './api';
import { SecretInput } from '../../parts/SecretInput';

interface AccountSheetProps {
  readonly person: Employee;
  readonly onClose: () => void;
}

/** The user and password of somebody who administers. */
export function AccountSheet({ person, onClose }: AccountSheetProps): ReactNode {
  const { t } = useTranslation();
  const schema = useMemo(
    () =>
      z.object({
        username: z
          .string()
          .trim()
          .regex(/^[a-z0-9._-]{3,40}$/, t('team.username_rule')),
        password: z.string().min(12, t('team.password_short')).max(200),
      }),
    [t],
  );
  const form = useForm({
    initialValues: { username: person.admin_username ?? '', password: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  const act = useAct(
    ({ username, password }: { username: string; password: string }) =>
      setAccount(person.id, username.trim(), password),
    { refresh: [['team']], says: t('team.account_done'), onDone: onClose },
  );
  return (
    <FormSheet
      title={`${t('team.account')} · ${person.name}`}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.run(values))}
    >
      <p className="a-lead">{t('team.account_lead')}</p>
      <TextInput
        label={t('team.username')}
        required
        data-autofocus
        autoComplete="off"
        autoCapitalize="none"
        {...form.getInputProps('username')}
      />
      <SecretInput
        label={t('team.password')}
        description={t('team.password_hint')}
        required
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
    </FormSheet>
  );
}
