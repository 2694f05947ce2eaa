import { formatCLP } from '@libs/ui';
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ingredient, Product, RecipeItem } from '../../app/wire';
import { WholeInput } from '../../parts/fields';
import { useFormat } from '../../parts/format';
import { AnswerOf, FailureNote } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { ingredientsQuery, recipesQuery, type RecipeDraft, saveRecipe } from './api';
import { costOf, marginOf } from './prices';

interface RecipeFormProps {
  readonly product: Product;
  readonly onDone: () => void;
}

/** What a portion takes; cost and margin follow while it is typed. */
export function RecipeForm({ product, onDone }: RecipeFormProps): ReactNode {
  const recipes = useQuery(recipesQuery);
  const ingredients = useQuery(ingredientsQuery);
  return (
    <AnswerOf of={recipes}>
      {(all) => (
        <AnswerOf of={ingredients}>
          {(known) => (
            <Lines
              product={product}
              before={all.find(({ product_id }) => product_id === product.id)?.items ?? []}
              ingredients={known}
              onDone={onDone}
            />
          )}
        </AnswerOf>
      )}
    </AnswerOf>
  );
}

interface Line {
  readonly ingredient: Ingredient;
  readonly quantity: number | string;
  readonly tolerance: number | string;
}

interface LinesProps extends RecipeFormProps {
  readonly before: readonly RecipeItem[];
  readonly ingredients: readonly Ingredient[];
}

function Lines({ product, before, ingredients, onDone }: LinesProps): ReactNode {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const [lines, setLines] = useState<readonly Line[]>(() =>
    before.flatMap((item) => {
      const ingredient = ingredients.find(({ id }) => id === item.ingredient_id);
      return ingredient ? [{ ingredient, quantity: item.quantity, tolerance: item.tolerance_pct }] : [];
    }),
  );
  const act = useAct((items: RecipeDraft) => saveRecipe(product.id, items), { refresh: [['recipes']], onDone });
  const free = ingredients.filter((one) => one.is_active && !lines.some(({ ingredient }) => ingredient.id === one.id));
  const change = (id: string, changes: Partial<Line>): void =>
    setLines(lines.map((line) => (line.ingredient.id === id ? { ...line, ...changes } : line)));
  const isWhole = ({ quantity }: Line): boolean => typeof quantity === 'number' && quantity > 0;

  return (
    <form
      className="a-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!lines.every(isWhole)) return;
        void act.run(
          lines.map(({ ingredient, quantity, tolerance }) => ({
            ingredient_id: ingredient.id,
            quantity: Number(quantity),
            tolerance_pct: Number(tolerance) || 0,
          })),
        );
      }}
    >
      <p className="a-quiet">{t(lines.length > 0 ? 'catalog.recipe_lead' : 'catalog.recipe_none')}</p>
      {lines.map((line) => (
        <div key={line.ingredient.id} className="c-line">
          <span className="c-line__name">{line.ingredient.name}</span>
          <WholeInput
            label={t('catalog.quantity')}
            aria-label={t('catalog.quantity_of', {
              name: line.ingredient.name,
              unit: t(`word.unit.${line.ingredient.base_unit}`),
            })}
            suffix={` ${t(`word.unit.${line.ingredient.base_unit}`)}`}
            value={line.quantity}
            error={tried && !isWhole(line) ? t('form.positive') : undefined}
            onChange={(quantity) => change(line.ingredient.id, { quantity })}
          />
          <WholeInput
            label={t('catalog.tolerance')}
            aria-label={t('catalog.tolerance_of', { name: line.ingredient.name })}
            max={100}
            suffix=" %"
            value={line.tolerance}
            onChange={(tolerance) => change(line.ingredient.id, { tolerance })}
          />
          <span className="c-line__cost">
            {formatCLP(Math.round(costOf(Number(line.quantity) || 0, line.ingredient)))}
          </span>
          <button
            type="button"
            className="n-press admin-icon"
            aria-label={t('catalog.remove_ingredient', { name: line.ingredient.name })}
            onClick={() => setLines(lines.filter(({ ingredient }) => ingredient.id !== line.ingredient.id))}
          >
            <IconTrash size={21} stroke={1.7} aria-hidden />
          </button>
        </div>
      ))}
      <Select
        label={t('catalog.add_ingredient')}
        searchable
        data={free.map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        onChange={(id) => {
          const ingredient = free.find((one) => one.id === id);
          if (ingredient) setLines([...lines, { ingredient, quantity: '', tolerance: 10 }]);
        }}
      />
      <Sums lines={lines} price={product.price} />
      <FailureNote failure={act.failure} />
      <div className="a-actions">
        <Button variant="light" onClick={onDone}>
          {t('act.cancel')}
        </Button>
        <Button type="submit" loading={act.busy}>
          {t('catalog.recipe_save')}
        </Button>
      </div>
    </form>
  );
}

function Sums({ lines, price }: { readonly lines: readonly Line[]; readonly price: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const cost = Math.round(
    lines.reduce((sum, { ingredient, quantity }) => sum + costOf(Number(quantity) || 0, ingredient), 0),
  );
  const margin = marginOf(price, cost);
  return (
    <dl className="a-facts a-card" aria-live="polite">
      <div>
        <dt>{t('catalog.price')}</dt>
        <dd>{formatCLP(price)}</dd>
      </div>
      <div>
        <dt>{t('catalog.cost')}</dt>
        <dd>{formatCLP(cost)}</dd>
      </div>
      <div>
        <dt>{t('catalog.margin')}</dt>
        <dd className={margin !== null && margin < 0 ? 'a-short' : undefined}>
          {margin === null ? '–' : format.percent(margin)}
          {margin !== null && margin < 0 && ` · ${t('catalog.loss')}`}
        </dd>
      </div>
    </dl>
  );
}
