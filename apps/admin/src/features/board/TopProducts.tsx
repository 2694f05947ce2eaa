import { formatCLP, hueStyle } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../app/wire';
import { useFormat } from '../../parts/format';
import { hueOf } from '../../parts/hue';

/** What sells most, as bars in the colour of the category. */
export function TopProducts({ products }: { readonly products: Board['top_products'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...products.map(({ qty }) => qty));
  return (
    <section className="b-top">
      <h2 className="b-title">{t('board.top')}</h2>
      {products.length === 0 && <p className="a-quiet">{t('board.no_top')}</p>}
      <ol className="b-top__list">
        {products.map(({ product_id, name, hue, qty, amount }) => (
          <li key={product_id} data-cat="" style={hueStyle(hueOf(hue))} title={formatCLP(amount)}>
            <span className="b-top__name">{name}</span>
            <span className="b-top__bar" aria-hidden>
              <span style={{ width: `${String((qty / most) * 100)}%` }} />
            </span>
            <strong>
              <span aria-hidden>{format.count(qty)}</span>
              <span className="n-hidden">{t('board.units', { count: qty })}</span>
            </strong>
          </li>
        ))}
      </ol>
    </section>
  );
}
