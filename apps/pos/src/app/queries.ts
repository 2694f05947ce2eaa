import { stationQueries } from '@libs/screen';
import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from './api';
import type { Catalog, Device, Me, PaymentDetail, Register, Session } from './wire';

/** Between two looks at a card payment that is under way, ms; hints come sooner when the socket stands. */
const LOOK_AGAIN_MS = 1_500;
/** Looks at something that comes soon or never. */
const MOST_LOOKS = 8;
/** Between two looks at what is not settled, ms. */
const LOOK_FOR_OPEN_MS = 30_000;

/** Which tablet this is, and who works here. */
export const station = stationQueries<Device, Me>(api);
export const { meQuery } = station;

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
/** A card payment, looked at again until it has its outcome. */
export const paymentQuery = (id: string) =>
  queryOptions<PaymentDetail>({
    queryKey: ['payment', id],
    queryFn: () => api.payment(id),
    staleTime: 0,
    refetchInterval: ({ state }) => (isSettled(state.data) ? false : LOOK_AGAIN_MS),
  });
/** What a guest earned with a sale: counted some moments after it, so it is asked for a few times. */
export const pointsOfSaleQuery = (saleId: string) =>
  queryOptions({
    queryKey: ['points', saleId],
    queryFn: () => api.pointsOfSale(saleId),
    refetchInterval: ({ state }) =>
      state.data?.points == null && state.dataUpdateCount < MOST_LOOKS ? LOOK_AGAIN_MS : false,
  });
/** Card payments of a session that are under way, unknown, or paid and not yet sold. */
export const openPaymentsQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['open-payments', sessionId],
    queryFn: () => api.openPayments(sessionId),
    staleTime: 0,
    refetchInterval: LOOK_FOR_OPEN_MS,
  });

/** Nothing more will happen to it by itself: it has its outcome, and what was to go back did. */
function isSettled(payment: PaymentDetail | undefined): boolean {
  if (!payment?.final_at) return false;
  return payment.refunds.every(({ final_at: finalAt, status }) => finalAt !== null || status === 'BY_HAND');
}

/** The register of a session, with its methods, categories and printer. */
export function useRegister(registerId: string): Register | undefined {
  const { data }: UseQueryResult<{ items: Register[] }> = useQuery({ ...registersQuery, staleTime: 60_000 });
  return data?.items.find((register) => register.id === registerId);
}
