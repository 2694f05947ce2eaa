import { ApiProblem } from '@libs/api-client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { needsPerson } from './problems';

const isRefusal = (error: unknown): boolean => error instanceof ApiProblem && error.status < 500;

/** Somebody locked this session, or the tablet was taken out of service: who is here is asked again. */
export function askWhoIsHere(error: unknown): void {
  if (needsPerson(error)) void queryClient.invalidateQueries({ queryKey: ['me'] });
  const unpaired = error instanceof ApiProblem && error.code.startsWith('device.') && error.status === 401;
  if (unpaired) void queryClient.invalidateQueries({ queryKey: ['device'] });
}

/** What the server said, kept for this page. Reads run also while the browser believes to be offline: the heartbeat knows better. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'me' && query.queryKey[0] !== 'device') askWhoIsHere(error);
    },
  }),
  mutationCache: new MutationCache({ onError: askWhoIsHere }),
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
