import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { router } from './router';

/** The pages of whoever is signed in. */
export function Panel(): ReactNode {
  return <RouterProvider router={router} />;
}
