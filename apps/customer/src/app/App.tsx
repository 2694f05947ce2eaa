import { ErrorBoundary, NocheProvider } from '@libs/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LinkProvider } from './link';
import { queryClient } from './query-client';
import { router } from './router';

/** Everything that surrounds the screens. */
export function App(): ReactNode {
  return (
    <NocheProvider>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <LinkProvider>
            <RouterProvider router={router} />
          </LinkProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </NocheProvider>
  );
}
