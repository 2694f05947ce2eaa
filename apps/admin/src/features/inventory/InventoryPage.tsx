import { Tabs } from '@libs/ui';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../parts/PageHead';
import { Ingredients } from './Ingredients';
import './inventory.css';
import { Locations } from './Locations';
import { Stock } from './Stock';

const route = getRouteApi('/in/inventory');

/** Stock by place, what is bought, counted, lost and moved, and the ingredients themselves. */
export function InventoryPage(): ReactNode {
  const { t } = useTranslation();
  const { tab = 'stock' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="a-page">
      <PageHead title={t('nav.inventory')} sub={t('inventory.lead')} />
      <Tabs
        look="small"
        label={t('inventory.tabs')}
        chosen={tab}
        onChoose={(chosen) => void navigate({ search: { tab: chosen } })}
        tabs={[
          { key: 'stock', label: t('inventory.stock') },
          { key: 'ingredients', label: t('inventory.ingredients') },
          { key: 'locations', label: t('inventory.locations') },
        ]}
      />
      {tab === 'stock' && <Stock />}
      {tab === 'ingredients' && <Ingredients />}
      {tab === 'locations' && <Locations />}
    </div>
  );
}
