import { ApiProblem } from '@libs/api-client';
import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from './api';
import type { Catalog, Device, Me, Register, Session } from './wire';

/** Refusals that mean "none", not "failed". */
async function orNull<T>(asked: Promise<T>, status: number): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === status) return null;
    throw error;
  }
}

/** The tablet, or null while it is not paired. */
export const deviceQuery = queryOptions<Device | null>({
  queryKey: ['device'],
  queryFn: () => orNull(api.device(), 401),
  staleTime: Infinity,
});

/** Who works here, or null when nobody does. */
export const meQuery = queryOptions<Me | null>({
  queryKey: ['me'],
  queryFn: () => orNull(api.me(), 401),
  staleTime: 60_000,
});

export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: api.people });
export const registersQuery = queryOptions({ queryKey: ['registers'], queryFn: api.registers, staleTime: 5_000 });
export const mySessionQuery = queryOptions<Session | null>({
  queryKey: ['my-session'],
  queryFn: async () => (await api.mySession()).session,
});
export const nightQuery = queryOptions({
  queryKey: ['night'],
  queryFn: async () => (await api.night()).night,
  staleTime: 60_000,
});
export const catalogQuery = queryOptions<Catalog>({ queryKey: ['catalog'], queryFn: api.catalog, staleTime: 60_000 });
export const availableQuery = (registerId: string) =>
  queryOptions({ queryKey: ['available', registerId], queryFn: () => api.available(registerId), staleTime: 10_000 });
export const movementsQuery = (sessionId: string) =>
  queryOptions({ queryKey: ['movements', sessionId], queryFn: () => api.movements(sessionId), staleTime: 0 });
export const reportQuery = (sessionId: string) =>
  queryOptions({ queryKey: ['report', sessionId], queryFn: () => api.report(sessionId), staleTime: 0 });
export const saleQuery = (saleId: string) =>
  queryOptions({ queryKey: ['sale', saleId], queryFn: () => api.sale(saleId), staleTime: 0 });

/** The register of a session, with its methods, categories and printer. */
export function useRegister(registerId: string): Register | undefined {
  const { data }: UseQueryResult<{ items: Register[] }> = useQuery({ ...registersQuery, staleTime: 60_000 });
  return data?.items.find((register) => register.id === registerId);
}
