import { EmptyState } from '@libs/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A link that leads nowhere. */
export function Lost(): ReactNode {
  const { t } = useTranslation();
  return (
    <main className="n-page-state">
      <EmptyState
        title={t('lost.title')}
        action={
          <Link to="/" className="n-press n-button n-button--primary">
            {t('lost.home')}
          </Link>
        }
      />
    </main>
  );
}
