import { formatCLP } from '@libs/ui';
import { Button, Checkbox, Select, Switch, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PriceWindow, Product } from '../../app/wire';
import { PesosInput } from '../../parts/fields';
import { ConfirmSheet } from '../../parts/ConfirmSheet';
import { FormSheet } from '../../parts/FormSheet';
import { useAct } from '../../parts/useAct';
import { removeWindow, saveWindow, type WindowDraft } from './api';
import { endsNextDay } from './prices';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

interface WindowSheetProps {
  readonly window: PriceWindow | undefined;
  readonly products: readonly Product[];
  readonly onClose: () => void;
}

interface Values {
  name: string;
  weekdays: string[];
  from: string;
  to: string;
  isActive: boolean;
  prices: { product: string; price: number | '' }[];
}

/** Days, hours and prices of a happy hour. */
export function WindowSheet({ window, products, onClose }: WindowSheetProps): ReactNode {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState(false);
  const schema = useMemo(() => {
    const time = z.string().regex(/^\d\d:\d\d$/, t('form.time'));
    return z.object({
      name: z.string().trim().min(1, t('form.required')).max(60),
      weekdays: z.array(z.string()).min(1, t('catalog.window_days_needed')),
      from: time,
      to: time,
      prices: z
        .array(z.object({ product: z.string(), price: z.int(t('form.amount')).min(0) }))
        .min(1, t('catalog.window_needs')),
    });
  }, [t]);
  const form = useForm<Values>({
    initialValues: {
      name: window?.name ?? 'Happy hour',
      weekdays: (window?.weekdays ?? [4, 5, 6]).map(String),
      from: window?.from ?? '22:00',
      to: window?.to ?? '00:30',
      isActive: window?.is_active ?? true,
      prices: (window?.prices ?? []).map(({ product_id, price }) => ({ product: product_id, price })),
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const refresh = [['catalog']];
  const save = useAct((draft: WindowDraft) => saveWindow(window?.id, draft), { refresh, onDone: onClose });
  const remove = useAct((id: string) => removeWindow(id), {
    refresh,
    says: t('catalog.removed_window'),
    onDone: onClose,
  });
  const { values } = form;

  if (removing && window) {
    return (
      <ConfirmSheet
        title={t('catalog.remove_window')}
        lead={t('catalog.remove_window_detail')}
        submit={t('catalog.remove_window')}
        danger
        act={remove}
        to={window.id}
        onClose={() => setRemoving(false)}
      />
    );
  }
  return (
    <FormSheet
      title={t(window ? 'catalog.edit_window' : 'catalog.new_window')}
      size="wide"
      busy={save.busy}
      failure={save.failure}
      onClose={onClose}
      onSubmit={form.onSubmit((sent) =>
        save.run({
          name: sent.name.trim(),
          weekdays: sent.weekdays.map(Number).sort(),
          from: sent.from,
          to: sent.to,
          is_active: sent.isActive,
          prices: sent.prices.map(({ product, price }) => ({ product_id: product, price: Number(price) })),
        }),
      )}
    >
      <TextInput label={t('catalog.name')} required data-autofocus maxLength={60} {...form.getInputProps('name')} />
      <Checkbox.Group label={t('catalog.weekdays')} {...form.getInputProps('weekdays')}>
        <div className="c-days">
          {WEEKDAYS.map((day) => (
            <Checkbox key={day} size="md" value={String(day)} label={t(`word.weekday.d${day}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="a-two">
        <TextInput type="time" label={t('catalog.from')} required {...form.getInputProps('from')} />
        <TextInput
          type="time"
          label={t('catalog.to')}
          required
          description={endsNextDay(values) ? t('catalog.to_next') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('to')}
        />
      </div>
      <Prices
        form={values.prices}
        products={products}
        errors={form.errors}
        onChange={(prices) => form.setFieldValue('prices', prices)}
      />
      <div className="c-foot">
        <Switch size="md" label={t('act.active')} {...form.getInputProps('isActive', { type: 'checkbox' })} />
        {window && (
          <Button variant="subtle" onClick={() => setRemoving(true)}>
            {t('catalog.remove_window')}
          </Button>
        )}
      </div>
    </FormSheet>
  );
}

interface PricesProps {
  readonly form: Values['prices'];
  readonly products: readonly Product[];
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly onChange: (prices: Values['prices']) => void;
}

function Prices({ form, products, errors, onChange }: PricesProps): ReactNode {
  const { t } = useTranslation();
  const free = products.filter(({ id, is_active }) => is_active && !form.some(({ product }) => product === id));
  return (
    <fieldset className="c-prices">
      <legend>{t('catalog.window_prices')}</legend>
      {form.map(({ product, price }, index) => {
        const known = products.find(({ id }) => id === product);
        const name = known?.name ?? product;
        return (
          <div key={product} className="c-line c-line--price">
            <span className="c-line__name">
              {name} {known && <s className="a-quiet a-small">{formatCLP(known.price)}</s>}
            </span>
            <PesosInput
              aria-label={t('catalog.window_price_of', { name })}
              value={price}
              error={errors[`prices.${String(index)}.price`]}
              onChange={(next) =>
                onChange(
                  form.map((row) =>
                    row.product === product ? { product, price: typeof next === 'number' ? next : '' } : row,
                  ),
                )
              }
            />
            <button
              type="button"
              className="n-press admin-icon"
              aria-label={t('catalog.remove_ingredient', { name })}
              onClick={() => onChange(form.filter((row) => row.product !== product))}
            >
              <IconTrash size={21} stroke={1.7} aria-hidden />
            </button>
          </div>
        );
      })}
      <Select
        label={t('catalog.window_add')}
        searchable
        error={errors.prices}
        data={free.map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        onChange={(id) => {
          if (id) onChange([...form, { product: id, price: '' }]);
        }}
      />
    </fieldset>
  );
}
