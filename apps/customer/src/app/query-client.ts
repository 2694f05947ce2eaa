import { ApiProblem } from '@libs/api-client';
import { QueryClient } from '@tanstack/react-query';

const isRefusal = (error: unknown): boolean => error instanceof ApiProblem && error.status < 500;

/** What the server said, kept for this page. Reads run also while the browser believes to be offline: the heartbeat knows better. */
export const queryClient = new QueryClient({
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
