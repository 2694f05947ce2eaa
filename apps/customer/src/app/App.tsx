import { LinkProvider } from '@libs/screen';
import { ErrorBoundary, NocheProvider } from '@libs/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queryClient } from './query-client';
import { router } from './router';

/** Rarer than at a till: it is the guest's battery. */
const LOOK_EVERY_MS = 15_000;

/** Everything that surrounds the screens. */
export function App(): ReactNode {
  return (
    <NocheProvider>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <LinkProvider everyMs={LOOK_EVERY_MS}>
            <RouterProvider router={router} />
          </LinkProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </NocheProvider>
  );
}
