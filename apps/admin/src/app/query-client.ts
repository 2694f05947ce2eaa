import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api';
import { isSignedOut } from './session';

let signedOut: () => void = () => undefined;

/** Says what to do when an answer shows that the session is over. */
export function onSignedOut(act: () => void): void {
  signedOut = act;
}

function watch(error: unknown): void {
  if (isSignedOut(error)) signedOut();
}

/** What the server said, kept for this page. Reads run also while the browser believes to be offline: the heartbeat knows better. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && !(error instanceof ApiProblem),
      networkMode: 'always',
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
