import { Checkbox, Switch, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Employee, Role } from '../../app/wire';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { ROLES, savePerson } from './api';
import { formatRut, isRut } from './rut';

interface PersonSheetProps {
  readonly person: Employee | undefined;
  readonly onClose: () => void;
  /** What can be done about the person besides the form. */
  readonly children?: ReactNode;
}

interface Values {
  name: string;
  roles: Role[];
  rut: string;
  email: string;
  phone: string;
  birth: string;
  bankName: string;
  bankType: string;
  bankNumber: string;
  isActive: boolean;
}

/** The details of a person. */
export function PersonSheet({ person, onClose, children }: PersonSheetProps): ReactNode {
  const { t } = useTranslation();
  const schema = useMemo(
    () =>
      z
        .object({
          name: z.string().trim().min(1, t('form.required')).max(120),
          roles: z.array(z.string()).min(1, t('team.roles_needed')),
          rut: z.string().refine((rut) => rut.trim() === '' || isRut(rut), t('form.rut')),
          email: z.union([z.literal(''), z.email(t('form.email'))]),
          bankName: z.string(),
          bankType: z.string(),
          bankNumber: z.string(),
        })
        .superRefine(({ bankName, bankType, bankNumber }, context) => {
          const filled = [bankName, bankType, bankNumber].filter((text) => text.trim() !== '').length;
          if (filled === 1 || filled === 2) {
            context.addIssue({ code: 'custom', path: ['bankNumber'], message: t('team.bank_all') });
          }
        }),
    [t],
  );
  const form = useForm<Values>({
    initialValues: {
      name: person?.name ?? '',
      roles: person?.roles ?? ['cashier'],
      rut: person?.rut ? formatRut(person.rut) : '',
      email: person?.email ?? '',
      phone: person?.phone ?? '',
      birth: person?.birth_date ?? '',
      bankName: person?.bank?.name ?? '',
      bankType: person?.bank?.account_type ?? '',
      bankNumber: person?.bank?.account_number ?? '',
      isActive: person?.is_active ?? true,
    },
    validate: schemaResolver(schema, { sync: true }),
    validateInputOnBlur: ['rut', 'email'],
  });
  const act = useAct(
    (values: Values) =>
      savePerson(
        person?.id,
        {
          name: values.name.trim(),
          roles: values.roles,
          rut: values.rut.trim() || null,
          email: values.email.trim() || null,
          phone: values.phone.trim() || null,
          birth_date: values.birth || null,
          bank: values.bankNumber.trim()
            ? {
                name: values.bankName.trim(),
                account_type: values.bankType.trim(),
                account_number: values.bankNumber.trim(),
              }
            : null,
        },
        values.isActive,
      ),
    { refresh: [['team'], ['me']], onDone: onClose },
  );
  return (
    <FormSheet
      title={person?.name ?? t('team.new_person')}
      size="wide"
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.run(values))}
    >
      {children}
      <div className="a-two">
        <TextInput label={t('team.name')} required data-autofocus maxLength={120} {...form.getInputProps('name')} />
        <TextInput label={t('team.rut')} description={t('team.rut_hint')} {...form.getInputProps('rut')} />
      </div>
      <Checkbox.Group label={t('team.roles_label')} {...form.getInputProps('roles')}>
        <div className="t-roles">
          {ROLES.map((role) => (
            <Checkbox key={role} size="md" value={role} label={t(`word.role.${role}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="a-two">
        <TextInput type="email" label={t('team.email')} {...form.getInputProps('email')} />
        <TextInput type="tel" label={t('team.phone')} {...form.getInputProps('phone')} />
        <TextInput
          type="date"
          label={t('team.birth')}
          description={t('team.birth_hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('birth')}
        />
      </div>
      <fieldset className="t-bank">
        <legend>{t('team.bank')}</legend>
        <div className="a-two">
          <TextInput label={t('team.bank_name')} {...form.getInputProps('bankName')} />
          <TextInput label={t('team.bank_type')} {...form.getInputProps('bankType')} />
          <TextInput label={t('team.bank_number')} inputMode="numeric" {...form.getInputProps('bankNumber')} />
        </div>
      </fieldset>
      {person && (
        <Switch
          size="md"
          label={t('team.active')}
          description={t('team.inactive_hint')}
          {...form.getInputProps('isActive', { type: 'checkbox' })}
        />
      )}
    </FormSheet>
  );
}
