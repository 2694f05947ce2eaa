import { ErrorBoundary, NocheProvider } from '@libs/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Gate } from './Gate';
import { LinkProvider } from './link';
import { queryClient } from './query-client';

/** Everything that surrounds the screens. The door has one screen and no router: scanning is always on. */
export function App(): ReactNode {
  return (
    <NocheProvider>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <LinkProvider>
            <Gate />
          </LinkProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </NocheProvider>
  );
}
