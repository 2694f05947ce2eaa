import { ApiProblem } from '@libs/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, type Device, type Me } from './api';

/** Not being paired, and nobody being there, are answers and not failures. */
async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** The tablet, or null while it is not paired. */
export const deviceQuery = queryOptions<Device | null>({
  queryKey: ['device'],
  queryFn: () => orNull(api.device()),
  staleTime: Infinity,
});

/** Who works here, or null when nobody does. */
export const meQuery = queryOptions<Me | null>({
  queryKey: ['me'],
  queryFn: () => orNull(api.me()),
  staleTime: 60_000,
});

export const barsQuery = queryOptions({ queryKey: ['bars'], queryFn: api.bars });
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: api.people });
export const refusalsQuery = queryOptions({ queryKey: ['refusals'], queryFn: api.refusals });

/** The newest 30 deliveries of a bar. */
export const recentQuery = (barId: string) =>
  queryOptions({ queryKey: ['recent', barId], queryFn: () => api.recent(barId) });
