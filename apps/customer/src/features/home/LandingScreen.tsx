import { LanguageSwitch, Wordmark } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tonight } from './Tonight';

/** What a guest sees who is not logged in: what the app is good for, and two ways in. */
export function LandingScreen(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="guest-enter">
      <header className="guest-enter__head">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className="guest-enter__main guest-landing">
        <h1 className="guest-landing__title">{t('landing.title')}</h1>
        <p className="guest-text2">{t('landing.detail')}</p>
        <div className="guest-landing__ways">
          <Link to="/register" className="n-press n-button n-button--primary n-button--wide">
            {t('landing.register')}
          </Link>
          <Link to="/login" className="n-press n-button n-button--plain n-button--wide">
            {t('login.act')}
          </Link>
        </div>
        <Tonight />
      </main>
    </div>
  );
}
