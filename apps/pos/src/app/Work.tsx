import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { router } from './router';
import type { Me } from './wire';
import { WorkerContext } from './worker';

/** The till of a person who has shown a PIN: its screens have addresses, those before it do not. */
export function Work({ me }: { readonly me: Me }): ReactNode {
  return (
    <WorkerContext value={me}>
      <RouterProvider router={router} />
    </WorkerContext>
  );
}
