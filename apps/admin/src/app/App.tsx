import { ErrorBoundary, NocheProvider } from '@libs/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { onSignedOut, queryClient } from './query-client';
import { router } from './router';

onSignedOut(() => {
  if (router.state.location.pathname === '/login') return;
  queryClient.removeQueries({ queryKey: ['me'] });
  void router.navigate({ to: '/login', search: { to: router.state.location.href } });
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
