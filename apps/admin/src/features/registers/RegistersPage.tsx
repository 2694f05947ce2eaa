import { Tabs } from '@libs/ui';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../parts/PageHead';
import { Bars } from './Bars';
import { Closes } from './Closes';
import { Registers } from './Registers';
import './registers.css';

const route = getRouteApi('/in/registers');

/** Registers, bars, and the shifts with their X and Z reports. */
export function RegistersPage(): ReactNode {
  const { t } = useTranslation();
  const { tab = 'registers' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="a-page">
      <PageHead title={t('nav.registers')} sub={t('registers.lead')} />
      <Tabs
        look="small"
        label={t('registers.tabs')}
        chosen={tab}
        onChoose={(chosen) => void navigate({ search: { tab: chosen } })}
        tabs={[
          { key: 'registers', label: t('registers.registers') },
          { key: 'bars', label: t('registers.bars') },
          { key: 'closes', label: t('registers.closes') },
        ]}
      />
      {tab === 'registers' && <Registers />}
      {tab === 'bars' && <Bars />}
      {tab === 'closes' && <Closes />}
    </div>
  );
}
