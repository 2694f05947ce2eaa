import { schemaResolver, useForm } from '@mantine/form';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Employee } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { setPin } from './api';
import { SecretInput } from '../../parts/SecretInput';

interface PinSheetProps {
  readonly person: Employee;
  readonly onClose: () => void;
}

/** A new PIN for a person, typed twice. */
export function PinSheet({ person, onClose }: PinSheetProps): ReactNode {
  const { t } = useTranslation();
  const schema = useMemo(
    () =>
      z
        .object({ pin: z.string().regex(/^\d{6}$/, t('team.pin_six')), again: z.string() })
        .refine(({ pin, again }) => pin === again, { path: ['again'], message: t('team.pin_differs') }),
    [t],
  );
  const form = useForm({
    initialValues: { pin: '', again: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  const act = useAct((pin: string) => setPin(person.id, pin), {
    refresh: [['team']],
    says: t('team.pin_done'),
    onDone: onClose,
  });
  const digits = { inputMode: 'numeric', maxLength: 6, autoComplete: 'off' } as const;
  return (
    <FormSheet
      title={`${t('team.set_pin')} · ${person.name}`}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={form.onSubmit(({ pin }) => act.run(pin))}
    >
      <p className="a-lead">{t('team.set_pin_lead')}</p>
      <SecretInput label={t('team.pin_new')} required data-autofocus {...digits} {...form.getInputProps('pin')} />
      <SecretInput label={t('team.pin_again')} required {...digits} {...form.getInputProps('again')} />
    </FormSheet>
  );
}
