import { ApiProblem } from '@libs/api-client';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { soon } from './first-screen';

/** Not being paired, and nobody being there, are answers and not failures. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** What a tablet of the staff asks before anything else, put to the API of its app. */
export function stationQueries<Device, Me>(api: {
  readonly device: () => Promise<Device>;
  readonly me: () => Promise<Me>;
}) {
  return {
    /** The tablet, or null while it is not paired. */
    deviceQuery: queryOptions<Device | null>({
      queryKey: ['device'],
      queryFn: () => orNull(api.device()),
      staleTime: Infinity,
    }),
    /** Who works here, or null when nobody does. */
    meQuery: queryOptions<Me | null>({
      queryKey: ['me'],
      queryFn: () => orNull(api.me()),
      staleTime: 60_000,
    }),
  };
}

export type StationQueries<Device, Me> = ReturnType<typeof stationQueries<Device, Me>>;

/**
 * Asks both while the browser is still reading the rest of the program, and fetches the work of whoever is there. What
 * fails here is asked again by the screens.
 * @returns done when it is known which screen is the first, or when that takes too long
 */
export function askEarly<Device, Me>(
  queryClient: QueryClient,
  { deviceQuery, meQuery }: StationQueries<Device, Me>,
  fetchWork: () => Promise<unknown>,
): Promise<unknown> {
  const device = queryClient.prefetchQuery(deviceQuery);
  const me = queryClient.prefetchQuery(meQuery).then(() => {
    if (queryClient.getQueryData(meQuery.queryKey)) void fetchWork().catch(() => undefined);
  });
  return soon(device, me);
}
