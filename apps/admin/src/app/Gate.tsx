import { ErrorState, LoadingState, OfflineState } from '@libs/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { LoginPage } from '../features/login/LoginPage';
import { ApiProblem } from './api';
import { fetchPanel } from './early';
import { forgetPerson, onSignedOut } from './query-client';
import { isSignedOut, meQuery } from './session';

const Panel = lazy(async () => ({ default: (await fetchPanel()).Panel }));

/** Whoever is signed in sees the pages, everybody else the login. The address stays: it is where one arrives afterwards. */
export function Gate(): ReactNode {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(meQuery);
  const [ended, setEnded] = useState(false);
  useEffect(
    () =>
      onSignedOut(() => {
        setEnded(true);
        forgetPerson();
      }),
    [],
  );
  if (isSignedOut(error)) {
    return (
      <LoginPage
        ended={ended || data !== undefined}
        onEnter={(me) => {
          void fetchPanel();
          setEnded(false);
          queries.setQueryData(meQuery.queryKey, me);
        }}
      />
    );
  }
  if (data) {
    return (
      <Suspense fallback={<LoadingState />}>
        <Panel />
      </Suspense>
    );
  }
  const retry = (): void => void refetch();
  return (
    <main className="n-page-state">
      {!error && <LoadingState />}
      {error instanceof ApiProblem && <ErrorState detail={error.detail} onRetry={retry} />}
      {error && !(error instanceof ApiProblem) && <OfflineState onRetry={retry} />}
    </main>
  );
}
