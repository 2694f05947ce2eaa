import { Tabs } from '@libs/ui';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { PageHead } from '../../parts/PageHead';
import { Refusals } from './Refusals';
import { SaleSheet } from './SaleSheet';
import { Sales } from './Sales';
import './sales.css';

const route = getRouteApi('/in/sales');

/** Sales with search and detail, and the tickets that bars refuse. */
export function SalesPage(): ReactNode {
  const { t } = useTranslation();
  const { permissions } = useMe();
  const { tab = 'sales', sale } = route.useSearch();
  const navigate = route.useNavigate();
  const tabs = [{ key: 'sales', label: t('sales.sales') } as const];
  const mayAllow = permissions.includes('ticket.allow');
  return (
    <div className="a-page">
      <PageHead title={t('nav.sales')} sub={t('sales.lead')} />
      <Tabs
        look="small"
        label={t('sales.tabs')}
        chosen={tab}
        onChoose={(chosen) => void navigate({ search: { tab: chosen } })}
        tabs={mayAllow ? [...tabs, { key: 'refused', label: t('sales.refused') }] : tabs}
      />
      {tab === 'sales' ? <Sales /> : <Refusals />}
      {sale && (
        <SaleSheet
          key={sale}
          id={sale}
          onClose={() => void navigate({ search: (now) => ({ ...now, sale: undefined }), replace: true })}
        />
      )}
    </div>
  );
}
