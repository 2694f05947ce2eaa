import { Button, Select, Switch, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { hueStyle } from '@libs/ui';
import type { Category } from '../../app/wire';
import { WholeInput } from '../../parts/fields';
import { FormSheet } from '../../parts/FormSheet';
import { Grid } from '../../parts/Grid';
import { hueOf, HUES } from '../../parts/hue';
import { AnswerOf } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { categoriesQuery, type CategoryDraft, saveCategory } from './api';

const ICONS = ['star', 'beer', 'bottle', 'cocktail', 'bolt', 'soft', 'gift', 'hanger'] as const;

/** The tabs of the till, in their order. */
export function Categories(): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(categoriesQuery);
  const [edited, setEdited] = useState<Category | 'new' | null>(null);
  return (
    <>
      <div className="a-bar">
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setEdited('new')}>
            {t('catalog.new_category')}
          </Button>
        </div>
      </div>
      <AnswerOf of={query}>
        {(categories) => (
          <Grid<Category>
            label={t('catalog.categories')}
            rows={categories}
            dim={({ is_active }) => !is_active}
            columns={[
              {
                accessor: 'name',
                title: t('catalog.category'),
                render: (category) => (
                  <button type="button" className="a-rowlink" onClick={() => setEdited(category)}>
                    <span className="c-swatch" data-cat="" style={hueStyle(hueOf(category.hue))} aria-hidden />
                    <strong>{category.name}</strong>
                  </button>
                ),
              },
              { accessor: 'position', title: t('catalog.position'), textAlign: 'right' },
              {
                accessor: 'is_active',
                title: t('catalog.on_sale'),
                render: ({ is_active }) => t(is_active ? 'act.yes' : 'act.no'),
              },
            ]}
          />
        )}
      </AnswerOf>
      {edited && (
        <CategorySheet
          category={edited === 'new' ? undefined : edited}
          next={query.data?.length ?? 0}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

interface CategorySheetProps {
  readonly category: Category | undefined;
  /** The place of a new one. */
  readonly next: number;
  readonly onClose: () => void;
}

function CategorySheet({ category, next, onClose }: CategorySheetProps): ReactNode {
  const { t } = useTranslation();
  const schema = useMemo(() => z.object({ name: z.string().trim().min(1, t('form.required')).max(40) }), [t]);
  const form = useForm({
    initialValues: {
      name: category?.name ?? '',
      icon: category?.icon ?? 'bottle',
      hue: category?.hue ?? 'mixed',
      position: category?.position ?? next,
      isActive: category?.is_active ?? true,
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const act = useAct((draft: CategoryDraft) => saveCategory(category?.id, draft), {
    refresh: [['catalog']],
    onDone: onClose,
  });
  return (
    <FormSheet
      title={t(category ? 'catalog.edit_category' : 'catalog.new_category')}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={form.onSubmit(({ isActive, position, ...sent }) =>
        act.run({
          ...sent,
          name: sent.name.trim(),
          position: Number(position) || 0,
          is_active: isActive,
        }),
      )}
    >
      <TextInput label={t('catalog.name')} required data-autofocus maxLength={40} {...form.getInputProps('name')} />
      <Select
        label={t('catalog.icon')}
        allowDeselect={false}
        data={ICONS.map((icon) => ({ value: icon, label: t(`catalog.icons.${icon}`) }))}
        {...form.getInputProps('icon')}
      />
      <Select
        label={t('catalog.hue')}
        allowDeselect={false}
        leftSection={<span className="c-swatch" data-cat="" style={hueStyle(hueOf(form.values.hue))} aria-hidden />}
        data={HUES.map((hue) => ({ value: hue, label: t(`catalog.hues.${hue}`) }))}
        {...form.getInputProps('hue')}
      />
      <WholeInput label={t('catalog.position')} {...form.getInputProps('position')} />
      <Switch size="md" label={t('catalog.on_sale')} {...form.getInputProps('isActive', { type: 'checkbox' })} />
    </FormSheet>
  );
}
