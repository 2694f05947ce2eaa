import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, ApiProblem } from '../../app/api';
import type { Board, HeadCount, Night } from '../../app/wire';

/** Asked again this often even when no hint comes, ms; younger than what counts as stale. */
const EVERY_MS = 10_000;

/** The board of a night, of the open one when none is named. */
export function boardQuery(night: string | undefined) {
  return queryOptions({
    queryKey: ['board', night ?? 'now'],
    queryFn: (): Promise<Board> => answer(api.GET('/api/v1/reports/board', { params: { query: { night_id: night } } })),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** The last night that was closed, if any. */
export const lastNightQuery = queryOptions({
  queryKey: ['nights', 'last'],
  queryFn: async (): Promise<Night | null> => {
    const page = await answer(api.GET('/api/v1/nights', { params: { query: { status: 'CLOSED', limit: 1 } } }));
    return page.items[0] ?? null;
  },
});

/** Who is inside over all doors; null while no night is on. */
export const headCountQuery = queryOptions({
  queryKey: ['board', 'heads'],
  queryFn: async (): Promise<HeadCount | null> => {
    try {
      return await answer(api.GET('/api/v1/entradas/head-count'));
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'door.no_night') return null;
      throw error;
    }
  },
  refetchInterval: EVERY_MS,
  staleTime: 0,
});
