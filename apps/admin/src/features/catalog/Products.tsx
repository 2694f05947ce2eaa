import { formatCLP } from '@libs/ui';
import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Category, Product } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { Grid, MIDDLE, ROOMY } from '../../parts/Grid';
import { AnswerOf } from '../../parts/Problem';
import { useAct } from '../../parts/useAct';
import { productsQuery } from '../../parts/products';
import { categoriesQuery, changeProduct, recipesQuery } from './api';
import { BulkSheet } from './BulkSheet';
import { PriceCell } from './PriceCell';
import { marginOf } from './prices';
import { ProductSheet } from './ProductSheet';

const route = getRouteApi('/in/catalog');

/** Every product, with its price to be changed in place. */
export function Products(): ReactNode {
  const { t } = useTranslation();
  const { q = '', category, product: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const products = useQuery(productsQuery);
  const categories = useQuery(categoriesQuery);
  const [bulk, setBulk] = useState(false);
  const narrow = (changes: { q?: string; category?: string; product?: string }): void =>
    void navigate({ search: (now) => ({ ...now, ...changes }), replace: true });
  const wanted = q.toLocaleLowerCase('es');
  const shown = (products.data ?? []).filter(
    ({ name, category_id }) =>
      name.toLocaleLowerCase('es').includes(wanted) && (category === undefined || category_id === category),
  );
  return (
    <>
      <div className="a-bar">
        <TextInput
          className="a-bar__wide"
          label={t('act.search')}
          leftSection={<IconSearch size={20} stroke={1.7} aria-hidden />}
          value={q}
          onChange={(event) => narrow({ q: event.currentTarget.value || undefined })}
        />
        <Select
          label={t('catalog.category')}
          placeholder={t('catalog.all_categories')}
          clearable
          data={(categories.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={category ?? null}
          onChange={(id) => narrow({ category: id ?? undefined })}
        />
        <div className="a-bar__end">
          <Button variant="light" disabled={shown.length === 0} onClick={() => setBulk(true)}>
            {t('catalog.bulk')}
          </Button>
          <Button
            leftSection={<IconPlus size={20} stroke={1.7} aria-hidden />}
            disabled={!categories.data?.length}
            onClick={() => narrow({ product: 'new' })}
          >
            {t('catalog.new_product')}
          </Button>
        </div>
      </div>
      <AnswerOf of={products}>
        {(all) => (
          <>
            <ProductTable
              products={shown}
              categories={categories.data ?? []}
              onShow={(id) => narrow({ product: id })}
            />
            {bulk && <BulkSheet products={shown} onClose={() => setBulk(false)} />}
            {chosen && categories.data && (
              <ProductSheet
                key={chosen}
                product={all.find(({ id }) => id === chosen)}
                categories={categories.data}
                preset={category}
                onClose={() => narrow({ product: undefined })}
              />
            )}
          </>
        )}
      </AnswerOf>
    </>
  );
}

interface ProductTableProps {
  readonly products: readonly Product[];
  readonly categories: readonly Category[];
  readonly onShow: (id: string) => void;
}

function ProductTable({ products, categories, onShow }: ProductTableProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const recipes = useQuery(recipesQuery);
  const cost = new Map(recipes.data?.map((recipe) => [recipe.product_id, recipe.cost]));
  const category = new Map(categories.map(({ id, name }) => [id, name]));
  return (
    <Grid<Product>
      label={t('catalog.products')}
      rows={products}
      empty={t('catalog.no_products')}
      dim={({ is_active }) => !is_active}
      columns={[
        {
          accessor: 'name',
          title: t('catalog.product'),
          render: (product) => (
            <button type="button" className="a-rowlink" onClick={() => onShow(product.id)}>
              <strong>{product.name}</strong>
              <span className="a-quiet a-small">{product.detail}</span>
            </button>
          ),
        },
        {
          accessor: 'category_id',
          title: t('catalog.category'),
          visibleMediaQuery: MIDDLE,
          render: ({ category_id }) => category.get(category_id),
        },
        {
          accessor: 'price',
          title: t('catalog.price'),
          textAlign: 'right',
          width: 132,
          render: (product) => <PriceCell key={product.price} product={product} />,
        },
        {
          accessor: 'cost',
          title: t('catalog.cost'),
          textAlign: 'right',
          visibleMediaQuery: ROOMY,
          render: ({ id }) => {
            const pesos = cost.get(id);
            return pesos === undefined ? '–' : formatCLP(Math.round(pesos));
          },
        },
        {
          accessor: 'margin',
          title: t('catalog.margin'),
          textAlign: 'right',
          visibleMediaQuery: ROOMY,
          render: ({ id, price }) => {
            const pesos = cost.get(id);
            const margin = pesos === undefined ? null : marginOf(price, pesos);
            if (margin === null) return '–';
            return <span className={margin < 0 ? 'a-short' : undefined}>{format.percent(margin)}</span>;
          },
        },
        {
          accessor: 'favourite_position',
          title: t('catalog.favourite_short'),
          textAlign: 'right',
          visibleMediaQuery: ROOMY,
          render: ({ favourite_position }) => favourite_position ?? '–',
        },
        { accessor: 'is_active', title: t('catalog.on_sale'), render: (product) => <OnSale product={product} /> },
      ]}
    />
  );
}

function OnSale({ product }: { readonly product: Product }): ReactNode {
  const { t } = useTranslation();
  const act = useAct((isActive: boolean) => changeProduct(product.id, { is_active: isActive }), {
    refresh: [['catalog']],
  });
  return (
    <Switch
      size="md"
      aria-label={t('catalog.on_sale_of', { name: product.name })}
      checked={product.is_active}
      disabled={act.busy}
      error={act.failure?.text}
      onChange={(event) => void act.run(event.currentTarget.checked)}
    />
  );
}
