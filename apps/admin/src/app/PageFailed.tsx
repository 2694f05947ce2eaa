import { EmptyState, ErrorState, OfflineState } from '@libs/ui';
import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, NoAnswer } from './api';

/** A page that could not be shown, with the way to try it again. */
export function PageFailed({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  if (error instanceof NoAnswer) return <OfflineState onRetry={retry} />;
  const detail = error instanceof ApiProblem ? error.detail : undefined;
  return <ErrorState detail={detail} onRetry={retry} />;
}

/** An address that leads nowhere. */
export function Lost(): ReactNode {
  const { t } = useTranslation();
  return (
    <main className="n-page-state">
      <h1 className="n-hidden">{t('shell.side')}</h1>
      <EmptyState
        title={t('shell.lost')}
        detail={t('shell.lost_detail')}
        action={
          <Button component={Link} to="/">
            {t('nav.board')}
          </Button>
        }
      />
    </main>
  );
}
