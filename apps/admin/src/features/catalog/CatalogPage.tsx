import { Tabs } from '@libs/ui';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../parts/PageHead';
import './catalog.css';
import { Categories } from './Categories';
import { Products } from './Products';
import { Windows } from './Windows';

const route = getRouteApi('/in/catalog');

/** What the tills sell: products, categories and prices by the hour. */
export function CatalogPage(): ReactNode {
  const { t } = useTranslation();
  const { tab = 'products' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="a-page">
      <PageHead title={t('nav.catalog')} sub={t('catalog.lead')} />
      <Tabs
        look="small"
        label={t('catalog.tabs')}
        chosen={tab}
        onChoose={(chosen) => void navigate({ search: { tab: chosen } })}
        tabs={[
          { key: 'products', label: t('catalog.products') },
          { key: 'categories', label: t('catalog.categories') },
          { key: 'windows', label: t('catalog.windows') },
        ]}
      />
      {tab === 'products' && <Products />}
      {tab === 'categories' && <Categories />}
      {tab === 'windows' && <Windows />}
    </div>
  );
}
