import { Sheet, Tabs } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Category, Product } from '../../app/wire';
import { ProductForm } from './ProductForm';
import { RecipeForm } from './RecipeForm';

interface ProductSheetProps {
  /** None for a new one. */
  readonly product: Product | undefined;
  readonly categories: readonly Category[];
  /** The category that a new product begins in. */
  readonly preset: string | undefined;
  readonly onClose: () => void;
}

/** One product: its details, and what a portion of it takes. */
export function ProductSheet({ product, categories, preset, onClose }: ProductSheetProps): ReactNode {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'sheet' | 'recipe'>('sheet');
  return (
    <Sheet opened onClose={onClose} title={product?.name ?? t('catalog.new_product')} size="wide">
      <div className="a-stack">
        {product && (
          <Tabs
            look="small"
            label={t('catalog.tabs')}
            chosen={tab}
            onChoose={setTab}
            tabs={[
              { key: 'sheet', label: t('catalog.sheet') },
              { key: 'recipe', label: t('catalog.recipe') },
            ]}
          />
        )}
        {product && tab === 'recipe' ? (
          <RecipeForm product={product} onDone={onClose} />
        ) : (
          <ProductForm product={product} categories={categories} preset={preset} onDone={onClose} />
        )}
      </div>
    </Sheet>
  );
}
