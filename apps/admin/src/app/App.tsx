import { ErrorBoundary, NocheProvider } from '@libs/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Gate } from './Gate';
import { queryClient } from './query-client';

/** Everything that surrounds the screens. */
export function App(): ReactNode {
  return (
    <NocheProvider scheme="choice">
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <Gate />
        </QueryClientProvider>
      </ErrorBoundary>
    </NocheProvider>
  );
}
