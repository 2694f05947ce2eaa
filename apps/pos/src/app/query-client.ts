import { ApiProblem } from '@libs/api-client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { needsPerson } from './problems';

/** Whoever was here has to show a PIN, or pick a name: what is known about the person is asked again. */
function backToPerson(error: unknown): void {
  if (needsPerson(error)) void queryClient.invalidateQueries({ queryKey: ['me'] });
  const unpaired = error instanceof ApiProblem && error.code === 'device.not_enrolled';
  if (unpaired) void queryClient.invalidateQueries({ queryKey: ['device'] });
}

const isRefusal = (error: unknown): boolean => error instanceof ApiProblem && error.status < 500;

/** What the server said, kept for this page. Reads run also while the browser believes to be offline: the heartbeat knows better. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'me' && query.queryKey[0] !== 'device') backToPerson(error);
    },
  }),
  mutationCache: new MutationCache({ onError: backToPerson }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !isRefusal(error) && failures < 1,
      networkMode: 'always',
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
