import { LinkProvider } from '@libs/screen';
import { ErrorBoundary, NocheProvider } from '@libs/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Gate } from './Gate';
import { queryClient } from './query-client';

/** How soon the screen knows that the server is away, ms. */
const LOOK_EVERY_MS = 4_000;

/** Everything that surrounds the screens. The bar has one screen and no router: scanning is always on. */
export function App(): ReactNode {
  return (
    <NocheProvider>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <LinkProvider everyMs={LOOK_EVERY_MS}>
            <Gate />
          </LinkProvider>
        </QueryClientProvider>
      </ErrorBoundary>
    </NocheProvider>
  );
}
