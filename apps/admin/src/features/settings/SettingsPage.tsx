import { LanguageSwitch } from '@libs/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { PageHead } from '../../parts/PageHead';
import { ApiKeys } from './ApiKeys';
import { PasswordForm } from './PasswordForm';
import { SchemeSwitch } from './SchemeSwitch';
import './settings.css';
import { SecondFactor } from './SecondFactor';
import { VenueForm } from './VenueForm';

/** Limits of the house, the own account, and how this screen looks. */
export function SettingsPage(): ReactNode {
  const { t } = useTranslation();
  const { permissions, venue } = useMe();
  return (
    <div className="a-page">
      <PageHead title={t('nav.settings')} sub={t('settings.lead')} />
      <div className="e-columns">
        {permissions.includes('venue.manage') && <VenueForm key={venue.name} venue={venue} />}
        <div className="a-stack">
          <section className="a-card a-form">
            <h2 className="a-title">{t('settings.screen')}</h2>
            <div className="e-row">
              <span>{t('settings.language')}</span>
              <LanguageSwitch />
            </div>
            <div className="e-row">
              <span>{t('settings.scheme')}</span>
              <SchemeSwitch />
            </div>
          </section>
          <PasswordForm />
          <SecondFactor />
        </div>
      </div>
      {permissions.includes('api_key.manage') && <ApiKeys />}
    </div>
  );
}
