import { EmptyState, formatTime, ProductTile, type Tab, Tabs } from '@libs/ui';
import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../app/wire';
import { CategoryIcon, hueOf } from './icons';
import { FAVOURITES, FEW_LEFT, type Menu, productsUnder } from './menu';

interface ProductGridProps {
  readonly menu: Menu;
  /** Portions left by product; products without strict stock are not in it. */
  readonly left: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, number>;
  readonly timeZone: string;
  readonly onAdd: (product: Product) => void;
  readonly onHold: (product: Product) => void;
}

/** Category tabs and four rows of tiles. One tap adds one; a tile never changes its place. */
export function ProductGrid({ menu, left, units, timeZone, onAdd, onHold }: ProductGridProps): ReactNode {
  const { t } = useTranslation();
  const [tab, setTab] = useState<string>(FAVOURITES);
  const hues = new Map(menu.categories.map((category) => [category.id, hueOf(category.hue)]));
  const tabs: Tab<string>[] = [
    { key: FAVOURITES, label: t('sell.favourites'), icon: <CategoryIcon icon="star" />, hue: 'favourite' },
    ...menu.categories.map((category) => ({
      key: category.id,
      label: category.name,
      icon: <CategoryIcon icon={category.icon} />,
      hue: hueOf(category.hue),
    })),
  ];
  const chosen = tabs.some(({ key }) => key === tab) ? tab : FAVOURITES;
  const products = productsUnder(menu, chosen);
  return (
    <section className="pos-grid" aria-label={t('sell.products')}>
      <Tabs
        label={t('sell.categories')}
        look="categories"
        tabs={tabs}
        chosen={chosen}
        onChoose={setTab}
        controls="pos-tiles"
      />
      <div id="pos-tiles" className="pos-grid__scroll" role="tabpanel" aria-label={t('sell.products')} tabIndex={-1}>
        {products.length === 0 && <EmptyState title={t('sell.nothing')} detail={t('sell.nothing_detail')} />}
        <div className="n-tiles pos-tiles">
          {products.map((product) => (
            <Tile
              key={product.id}
              product={product}
              hue={hues.get(product.category_id) ?? 'extra'}
              left={left.get(product.id)}
              units={units.get(product.id) ?? 0}
              timeZone={timeZone}
              onAdd={onAdd}
              onHold={onHold}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

interface TileProps {
  readonly product: Product;
  readonly hue: ReturnType<typeof hueOf>;
  readonly left: number | undefined;
  readonly units: number;
  readonly timeZone: string;
  readonly onAdd: (product: Product) => void;
  readonly onHold: (product: Product) => void;
}

const Tile = memo(function Tile({ product, hue, left, units, timeZone, onAdd, onHold }: TileProps): ReactNode {
  const { t } = useTranslation();
  const { window: happy } = product;
  const rest = left === undefined ? undefined : Math.max(0, left - units);
  return (
    <ProductTile
      name={product.name}
      detail={happy?.until ? t('sell.until', { time: formatTime(happy.until, timeZone) }) : product.detail}
      pesos={product.price}
      wasPesos={product.list_price === product.price ? undefined : product.list_price}
      hue={hue}
      count={units}
      left={rest !== undefined && rest <= FEW_LEFT ? t('sell.left', { count: rest }) : undefined}
      soldOut={left !== undefined && left <= 0}
      onAdd={() => onAdd(product)}
      onHold={() => onHold(product)}
    />
  );
});
