import { Checkbox, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ApiScope, MadeApiKey } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { addApiKey } from './api';

interface NewApiKeySheetProps {
  readonly onClose: () => void;
  readonly onMade: (key: MadeApiKey) => void;
}

interface Values {
  name: string;
  scopes: ApiScope[];
}

/** Names an app and says what it may read; the key follows. */
export function NewApiKeySheet({ onClose, onMade }: NewApiKeySheetProps): ReactNode {
  const { t } = useTranslation();
  const schema = useMemo(
    () =>
      z.object({
        name: z.string().trim().min(1, t('form.required')).max(60),
        scopes: z.array(z.enum(['menu.read', 'events.read'])).min(1, t('settings.key_scope_needed')),
      }),
    [t],
  );
  const form = useForm<Values>({
    initialValues: { name: '', scopes: ['menu.read', 'events.read'] },
    validate: schemaResolver(schema, { sync: true }),
  });
  const act = useAct(({ name, scopes }: Values) => addApiKey(name.trim(), scopes), {
    refresh: [['api-keys']],
    says: null,
    onDone: onMade,
  });
  return (
    <FormSheet
      title={t('settings.key_new')}
      submit={t('settings.key_make')}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => void act.run(values))}
    >
      <TextInput
        label={t('settings.key_app')}
        description={t('settings.key_app_hint')}
        required
        data-autofocus
        maxLength={60}
        {...form.getInputProps('name')}
      />
      <Checkbox.Group
        label={t('settings.key_scopes')}
        description={t('settings.key_scopes_hint')}
        {...form.getInputProps('scopes')}
      >
        <div className="e-scopes">
          <Checkbox size="md" value="menu.read" label={t('settings.key_scope.menu.read')} />
          <Checkbox size="md" value="events.read" label={t('settings.key_scope.events.read')} />
        </div>
      </Checkbox.Group>
    </FormSheet>
  );
}
