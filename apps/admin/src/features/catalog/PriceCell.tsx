import { formatCLP, useToast } from '@libs/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../app/wire';
import { PesosInput } from '../../parts/fields';
import { useAct } from '../../parts/useAct';
import { changeProduct } from './api';

/** The price of a product in the table: Enter or leaving the field saves it, Escape takes it back, the toast undoes it. */
export function PriceCell({ product }: { readonly product: Product }): ReactNode {
  const { t } = useTranslation();
  const toast = useToast();
  const [price, setPrice] = useState<number | string>(product.price);
  const refresh = [['catalog']];
  const undo = useAct((before: number) => changeProduct(product.id, { price: before }), { refresh });
  const act = useAct((next: number) => changeProduct(product.id, { price: next }), {
    refresh,
    says: null,
    onDone: (changed) =>
      toast({
        text: t('catalog.price_saved', { name: changed.name, price: formatCLP(changed.price) }),
        outcome: 'ok',
        onUndo: () => void undo.run(product.price),
      }),
  });
  const commit = (): void => {
    if (typeof price !== 'number') return setPrice(product.price);
    if (price !== product.price) void act.run(price);
  };
  return (
    <PesosInput
      className="c-price"
      aria-label={t('catalog.price_of', { name: product.name })}
      value={price}
      max={10_000_000}
      disabled={act.busy}
      error={act.failure?.text}
      onChange={setPrice}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setPrice(product.price);
      }}
    />
  );
}
