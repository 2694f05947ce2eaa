import { LanguageSwitch, Wordmark } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../app/wire';
import { meQuery } from '../../app/session';
import { LoginForm } from './LoginForm';
import './login.css';

const route = getRouteApi('/login');

/** Who wants in: user, password and, where set up, the code. Afterwards back to the address that was asked for. */
export function LoginPage(): ReactNode {
  const { t } = useTranslation();
  const { to } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    document.title = `${t('login.title')} · Noche`;
  }, [t]);

  const enter = (me: Me): void => {
    setLeaving(true);
    queries.clear();
    queries.setQueryData(meQuery.queryKey, me);
    void router.navigate({ href: ownAddress(to), replace: true });
  };
  return (
    <main className="l-page">
      <div className="l-card">
        <Wordmark />
        <div>
          <h1 className="admin-title">{t('login.title')}</h1>
          <p className="a-lead">{to ? t('login.idle') : t('login.lead')}</p>
        </div>
        <LoginForm onEnter={enter} leaving={leaving} />
        <LanguageSwitch />
      </div>
    </main>
  );
}

/** Only addresses of this app are returned to. */
function ownAddress(to: string | undefined): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') && !to.startsWith('/login') ? to : '/';
}
