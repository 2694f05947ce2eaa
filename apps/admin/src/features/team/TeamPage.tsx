import { Tabs } from '@libs/ui';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../parts/PageHead';
import { Devices } from './Devices';
import { People } from './People';
import { Roles } from './Roles';
import './team.css';

const route = getRouteApi('/in/team');

/** The people of the house, what their roles may do, and the tablets. */
export function TeamPage(): ReactNode {
  const { t } = useTranslation();
  const { tab = 'people' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="a-page">
      <PageHead title={t('nav.team')} sub={t('team.lead')} />
      <Tabs
        look="small"
        label={t('team.tabs')}
        chosen={tab}
        onChoose={(chosen) => void navigate({ search: { tab: chosen } })}
        tabs={[
          { key: 'people', label: t('team.people') },
          { key: 'roles', label: t('team.roles') },
          { key: 'devices', label: t('team.devices') },
        ]}
      />
      {tab === 'people' && <People />}
      {tab === 'roles' && <Roles />}
      {tab === 'devices' && <Devices />}
    </div>
  );
}
