import { ErrorBoundary, NocheProvider } from '@libs/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { onSignedOut, queryClient } from './query-client';
import { router } from './router';
import { meQuery } from './session';

onSignedOut(() => {
  if (router.state.location.pathname === '/login') return;
  const { href } = router.state.location;
  // Who was never in hears nothing of a session that ended.
  const wasIn = queryClient.getQueryData(meQuery.queryKey) !== undefined;
  queryClient.removeQueries({ queryKey: meQuery.queryKey });
  void router.navigate({ to: '/login', search: wasIn || href !== '/' ? { to: href } : {} });
});

/** Everything that surrounds the screens. */
export function App(): ReactNode {
  return (
    <NocheProvider scheme="choice">
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ErrorBoundary>
    </NocheProvider>
  );
}
