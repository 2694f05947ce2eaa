import { formatCLP } from '@libs/ui';
import { Button, Select, Switch, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Ingredient } from '../../app/wire';
import { PesosInput, WholeInput } from '../../parts/fields';
import { FormSheet } from '../../parts/FormSheet';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { type IngredientDraft, ingredientsQuery, saveIngredient } from './api';

const UNITS = ['ml', 'g', 'unit'] as const;

/** What recipes are made of, with the package it is bought in. */
export function Ingredients(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(ingredientsQuery);
  const [edited, setEdited] = useState<Ingredient | 'new' | null>(null);
  return (
    <>
      <div className="a-bar">
        <div className="a-bar__end">
          <Button leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />} onClick={() => setEdited('new')}>
            {t('inventory.new_ingredient')}
          </Button>
        </div>
      </div>
      <AnswerOf of={query}>
        {(ingredients) => (
          <Grid<Ingredient>
            label={t('inventory.ingredients')}
            rows={ingredients}
            dim={({ is_active }) => !is_active}
            columns={[
              {
                accessor: 'name',
                title: t('inventory.ingredient'),
                render: (one) => (
                  <button type="button" className="a-rowlink" onClick={() => setEdited(one)}>
                    <strong>{one.name}</strong>
                  </button>
                ),
              },
              {
                accessor: 'package_size',
                title: t('inventory.package'),
                textAlign: 'right',
                noWrap: true,
                render: (one) => `${format.count(one.package_size)} ${t(`word.unit.${one.base_unit}`)}`,
              },
              {
                accessor: 'package_cost',
                title: t('inventory.package_cost'),
                textAlign: 'right',
                render: (one) => formatCLP(one.package_cost),
              },
              {
                accessor: 'is_strict',
                title: t('inventory.strict'),
                visibleMediaQuery: MIDDLE,
                render: (one) => t(one.is_strict ? 'act.yes' : 'act.no'),
              },
              {
                accessor: 'is_active',
                title: t('inventory.in_use'),
                visibleMediaQuery: MIDDLE,
                render: (one) => t(one.is_active ? 'act.yes' : 'act.no'),
              },
            ]}
          />
        )}
      </AnswerOf>
      {edited && <IngredientSheet ingredient={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

interface IngredientSheetProps {
  readonly ingredient: Ingredient | undefined;
  readonly onClose: () => void;
}

function IngredientSheet({ ingredient, onClose }: IngredientSheetProps): ReactNode {
  const { t } = useTranslation();
  const schema = useMemo(
    () =>
      z.object({
        name: z.string().trim().min(1, t('form.required')).max(80),
        size: z.int(t('form.whole')).min(1, t('form.positive')),
        cost: z.int(t('form.amount')).min(0, t('form.amount')),
      }),
    [t],
  );
  const form = useForm<{
    name: string;
    unit: Ingredient['base_unit'];
    size: number | '';
    cost: number | '';
    isStrict: boolean;
    isActive: boolean;
  }>({
    initialValues: {
      name: ingredient?.name ?? '',
      unit: ingredient?.base_unit ?? 'ml',
      size: ingredient?.package_size ?? '',
      cost: ingredient?.package_cost ?? '',
      isStrict: ingredient?.is_strict ?? false,
      isActive: ingredient?.is_active ?? true,
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const act = useAct((draft: IngredientDraft) => saveIngredient(ingredient?.id, draft), {
    refresh: [['stock'], ['recipes']],
    onDone: onClose,
  });
  return (
    <FormSheet
      title={t(ingredient ? 'inventory.edit_ingredient' : 'inventory.new_ingredient')}
      busy={act.busy}
      failure={act.failure}
      onClose={onClose}
      onSubmit={form.onSubmit(({ name, unit, size, cost, isStrict, isActive }) =>
        act.run({
          name: name.trim(),
          base_unit: unit,
          package_size: Number(size),
          package_cost: Number(cost),
          is_strict: isStrict,
          is_active: isActive,
        }),
      )}
    >
      <TextInput label={t('inventory.name')} required data-autofocus maxLength={80} {...form.getInputProps('name')} />
      <Select
        label={t('inventory.base_unit')}
        allowDeselect={false}
        disabled={ingredient !== undefined}
        data={UNITS.map((unit) => ({ value: unit, label: t(`word.unit_long.${unit}`) }))}
        {...form.getInputProps('unit')}
      />
      <WholeInput
        label={t('inventory.package_size')}
        required
        suffix={` ${t(`word.unit.${form.values.unit}`)}`}
        {...form.getInputProps('size')}
      />
      <PesosInput label={t('inventory.package_cost')} required {...form.getInputProps('cost')} />
      <Switch
        size="md"
        label={t('inventory.strict')}
        description={t('inventory.strict_hint')}
        {...form.getInputProps('isStrict', { type: 'checkbox' })}
      />
      <Switch size="md" label={t('inventory.in_use')} {...form.getInputProps('isActive', { type: 'checkbox' })} />
    </FormSheet>
  );
}
