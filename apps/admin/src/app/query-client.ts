import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api';
import { isSignedOut, meQuery } from './session';

const [ME] = meQuery.queryKey;

let signedOut: () => void = () => undefined;

/** Says what to do when an answer shows that the session is over; returns how to stop that. */
export function onSignedOut(act: () => void): () => void {
  signedOut = act;
  return () => {
    signedOut = () => undefined;
  };
}

function watch(error: unknown): void {
  if (isSignedOut(error)) signedOut();
}

/** Everything this person was shown goes, and who is here is asked again. */
export function forgetPerson(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME });
  void queryClient.resetQueries({ queryKey: [ME] });
}

/** What the server said, kept for this page. Reads run also while the browser believes to be offline: the heartbeat knows better. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // Whether somebody is here at all is the gate's own question.
    onError: (error, { queryKey }) => {
      if (queryKey[0] !== ME) watch(error);
    },
  }),
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
