import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api, ApiProblem } from './api';
import type { Me } from './wire';

/** Who is at this screen. Fails with 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: (): Promise<Me> => answer(api.GET('/api/v1/auth/me')),
  staleTime: 60_000,
  retry: false,
});

/** The person of this session. Only below the shell, which lets nobody else in. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the server says that nobody is signed in any more: signed out elsewhere, or 8 h without a touch. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 401 || error.code === 'auth.locked');
}
