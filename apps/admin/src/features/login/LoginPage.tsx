import { LanguageSwitch, Wordmark } from '@libs/ui';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../app/wire';
import { LoginForm } from './LoginForm';
import './login.css';

interface LoginPageProps {
  /** Somebody was in, and the session ended by itself. */
  readonly ended: boolean;
  readonly onEnter: (me: Me) => void;
}

/** Who wants in: user, password and, where set up, the code. */
export function LoginPage({ ended, onEnter }: LoginPageProps): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${t('login.title')} · Noche`;
  }, [t]);
  return (
    <main className="l-page">
      <div className="l-card">
        <Wordmark />
        <div>
          <h1 className="admin-title">{t('login.title')}</h1>
          <p className="a-lead">{ended ? t('login.idle') : t('login.lead')}</p>
        </div>
        <LoginForm onEnter={onEnter} />
        <LanguageSwitch />
      </div>
    </main>
  );
}
