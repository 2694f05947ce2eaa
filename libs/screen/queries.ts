import { ApiProblem } from '@libs/api-client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal, needsPerson } from './answers';

/** A refusal is not asked again. Reads run also while the browser believes to be offline: the heartbeat knows better. */
const DEFAULTS = {
  queries: {
    staleTime: 15_000,
    retry: (failures: number, error: unknown) => !isRefusal(error) && failures < 1,
    networkMode: 'always',
    refetchOnWindowFocus: true,
  },
  mutations: { retry: false, networkMode: 'always' },
} as const;

/** What the server said, kept for this page. */
export function keptAnswers(): QueryClient {
  return new QueryClient({ defaultOptions: DEFAULTS });
}

/**
 * The same for a tablet of the staff: when somebody locked this session, or the tablet was taken out of service, who is
 * here (`me`) or which tablet this is (`device`) is asked again.
 */
export function keptAnswersOfTablet(): { queryClient: QueryClient; askWhoIsHere: (error: unknown) => void } {
  const askWhoIsHere = (error: unknown): void => {
    if (needsPerson(error)) void queryClient.invalidateQueries({ queryKey: ['me'] });
    const unpaired = error instanceof ApiProblem && error.code.startsWith('device.') && error.status === 401;
    if (unpaired) void queryClient.invalidateQueries({ queryKey: ['device'] });
  };
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        if (queryKey[0] !== 'me' && queryKey[0] !== 'device') askWhoIsHere(error);
      },
    }),
    mutationCache: new MutationCache({ onError: askWhoIsHere }),
    defaultOptions: DEFAULTS,
  });
  return { queryClient, askWhoIsHere };
}
