import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The first page of admin. */
export function Home(): ReactNode {
  const { t } = useTranslation();
  return (
    <header>
      <h1 className="admin-title">{t('home.title')}</h1>
    </header>
  );
}
