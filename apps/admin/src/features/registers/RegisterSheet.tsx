import { Checkbox, MultiSelect, Select, Switch, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Method, Named, Register, RegisterType } from '../../app/wire';
import { PesosInput, WholeInput } from '../../parts/fields';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { categoriesQuery, saveRegister } from './api';
import { ProviderFields } from './ProviderFields';
import type { Providers } from './providers';

const TYPES: readonly RegisterType[] = ['bar', 'door', 'kiosk', 'wardrobe', 'mobile', 'vip'];
const METHODS: readonly Method[] = ['cash', 'card', 'transfer'];

interface RegisterSheetProps {
  readonly register: Register | undefined;
  readonly places: readonly Named[];
  readonly onClose: () => void;
}

interface Values {
  name: string;
  place: string;
  type: RegisterType;
  location: string;
  categories: string[];
  methods: Method[];
  providers: Providers;
  float: number | '';
  printerHost: string;
  printerPort: number | '';
  isTest: boolean;
  isActive: boolean;
}

/** What a register is, may sell, and how it may be paid. */
export function RegisterSheet({ register, places, onClose }: RegisterSheetProps): ReactNode {
  const { t } = useTranslation();
  const categories = useQuery(categoriesQuery);
  const schema = useMemo(
    () =>
      z.object({
        name: z.string().trim().min(1, t('form.required')).max(60),
        location: z.string().min(1, t('form.required')),
        methods: z.array(z.string()).min(1, t('registers.methods_needed')),
      }),
    [t],
  );
  const form = useForm<Values>({
    initialValues: {
      name: register?.name ?? '',
      place: register?.place ?? '',
      type: register?.type ?? 'bar',
      location: register?.location_id ?? places[0]?.id ?? '',
      categories: register?.allowed_category_ids ?? [],
      methods: register?.allowed_methods ?? ['cash', 'card'],
      providers: { primary: register?.primary_provider ?? null, backup: register?.backup_provider ?? null },
      float: register?.suggested_float ?? 50_000,
      printerHost: register?.printer_host ?? '',
      printerPort: register?.printer_port ?? 9_100,
      isTest: register?.is_test ?? false,
      isActive: register?.is_active ?? true,
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const act = useAct(
    (values: Values) =>
      saveRegister(
        register?.id,
        {
          name: values.name.trim(),
          place: values.place.trim(),
          type: values.type,
          location_id: values.location,
          allowed_category_ids: values.categories,
          allowed_methods: values.methods,
          primary_provider: values.providers.primary,
          backup_provider: values.providers.backup,
          is_test: values.isTest,
          suggested_float: Number(values.float),
          printer_host: values.printerHost.trim() || null,
          printer_port: Number(values.printerPort) || 9_100,
        },
        values.isActive,
      ),
    { refresh: [['registers'], ['board']], onDone: onClose },
  );
  return (
    <FormSheet
      title={t(register ? 'registers.edit_register' : 'registers.new_register')}
      size="wide"
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.run(values))}
    >
      <div className="a-two">
        <TextInput label={t('registers.name')} required data-autofocus maxLength={60} {...form.getInputProps('name')} />
        <TextInput label={t('registers.place')} maxLength={60} {...form.getInputProps('place')} />
      </div>
      <div className="a-two">
        <Select
          label={t('registers.type')}
          allowDeselect={false}
          data={TYPES.map((type) => ({ value: type, label: t(`registers.types.${type}`) }))}
          {...form.getInputProps('type')}
        />
        <Select
          label={t('registers.location')}
          allowDeselect={false}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('location')}
        />
        <PesosInput label={t('registers.float')} max={100_000_000} {...form.getInputProps('float')} />
      </div>
      <MultiSelect
        label={t('registers.categories')}
        description={t('registers.categories_hint')}
        placeholder={form.values.categories.length === 0 ? t('registers.all_categories') : undefined}
        data={(categories.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('categories')}
      />
      <Checkbox.Group label={t('registers.methods')} {...form.getInputProps('methods')}>
        <div className="r-methods">
          {METHODS.map((method) => (
            <Checkbox key={method} size="md" value={method} label={t(`word.method.${method}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {form.values.methods.includes('card') && (
        <ProviderFields
          value={form.values.providers}
          onChange={(providers) => form.setFieldValue('providers', providers)}
        />
      )}
      <div className="a-two">
        <TextInput
          label={t('registers.printer_host')}
          description={t('registers.printer_hint')}
          spellCheck={false}
          {...form.getInputProps('printerHost')}
        />
        <WholeInput
          label={t('registers.printer_port')}
          description=" "
          thousandSeparator={false}
          max={65_535}
          {...form.getInputProps('printerPort')}
        />
      </div>
      <Switch
        size="md"
        label={t('registers.test')}
        description={t('registers.test_hint')}
        {...form.getInputProps('isTest', { type: 'checkbox' })}
      />
      {register && (
        <Switch size="md" label={t('registers.in_use')} {...form.getInputProps('isActive', { type: 'checkbox' })} />
      )}
    </FormSheet>
  );
}
