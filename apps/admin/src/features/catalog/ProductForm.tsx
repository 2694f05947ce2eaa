import { ProductTile } from '@libs/ui';
import { Button, Select, Switch, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Category, Product } from '../../app/wire';
import { PesosInput, WholeInput } from '../../parts/fields';
import { hueOf } from '../../parts/hue';
import { FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { type ProductDraft, saveProduct } from './api';

interface ProductFormProps {
  readonly product: Product | undefined;
  readonly categories: readonly Category[];
  readonly preset: string | undefined;
  readonly onDone: () => void;
}

interface Values {
  name: string;
  detail: string;
  category: string;
  price: number | '';
  favourite: number | '';
  position: number | '';
  isActive: boolean;
}

/** The details of a product, with the tile as the till will show it. */
export function ProductForm({ product, categories, preset, onDone }: ProductFormProps): ReactNode {
  const { t } = useTranslation();
  const schema = useMemo(
    () =>
      z.object({
        name: z.string().trim().min(1, t('form.required')).max(80),
        category: z.string().min(1, t('form.required')),
        price: z.int(t('form.amount')).min(0, t('form.amount')),
      }),
    [t],
  );
  const form = useForm<Values>({
    initialValues: {
      name: product?.name ?? '',
      detail: product?.detail ?? '',
      category: product?.category_id ?? preset ?? categories[0]?.id ?? '',
      price: product?.price ?? '',
      favourite: product?.favourite_position ?? '',
      position: product?.position ?? 0,
      isActive: product?.is_active ?? true,
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const act = useAct((draft: ProductDraft) => saveProduct(product?.id, draft), {
    refresh: [['catalog']],
    onDone,
  });
  const { values } = form;
  const hue = categories.find(({ id }) => id === values.category)?.hue ?? 'extra';
  return (
    <form
      className="a-form"
      noValidate
      onSubmit={form.onSubmit((sent) =>
        act.run({
          name: sent.name.trim(),
          detail: sent.detail.trim(),
          category_id: sent.category,
          price: Number(sent.price),
          favourite_position: sent.favourite === '' ? null : sent.favourite,
          position: sent.position === '' ? 0 : sent.position,
          is_active: sent.isActive,
        }),
      )}
    >
      <div className="c-split">
        <div className="a-form">
          <TextInput label={t('catalog.name')} required data-autofocus maxLength={80} {...form.getInputProps('name')} />
          <TextInput
            label={t('catalog.detail')}
            description={t('catalog.detail_hint')}
            maxLength={80}
            {...form.getInputProps('detail')}
          />
          <div className="a-two">
            <Select
              label={t('catalog.category')}
              required
              allowDeselect={false}
              data={categories.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('category')}
            />
            <PesosInput label={t('catalog.price')} required max={10_000_000} {...form.getInputProps('price')} />
          </div>
          <div className="a-two">
            <WholeInput
              label={t('catalog.favourite')}
              description={t('catalog.favourite_hint')}
              {...form.getInputProps('favourite')}
            />
            <WholeInput
              label={t('catalog.position')}
              description={t('catalog.position_hint')}
              {...form.getInputProps('position')}
            />
          </div>
          <Switch size="md" label={t('catalog.on_sale')} {...form.getInputProps('isActive', { type: 'checkbox' })} />
        </div>
        <figure className="c-preview">
          <figcaption className="a-quiet a-small">{t('catalog.preview')}</figcaption>
          <ProductTile
            name={values.name || t('catalog.product')}
            detail={values.detail}
            pesos={values.price === '' ? 0 : values.price}
            hue={hueOf(hue)}
            soldOut={!values.isActive}
            onAdd={() => undefined}
          />
        </figure>
      </div>
      <FailureNote failure={act.failure} />
      <div className="a-actions">
        <Button variant="light" onClick={onDone}>
          {t('act.cancel')}
        </Button>
        <Button type="submit" loading={act.busy}>
          {t('act.save')}
        </Button>
      </div>
    </form>
  );
}
