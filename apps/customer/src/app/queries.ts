import { ApiProblem } from '@libs/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { remembered } from './remembered';
import { EXCHANGE_AFTER_MS, type ShownQr } from './shown-qr';
import type {
  Balance,
  EntryOnSale,
  Order,
  OwnEntry,
  PartyEvent,
  Points,
  Profile,
  Redemption,
  Rewards,
  Ticket,
  TopUp,
} from './wire';

/** While an order waits for its money, between two looks, ms. */
const LOOK_FOR_MONEY_MS = 2_500;
const TRANSACTIONS_A_PAGE = 25;
/** What is left of the entries changes while somebody chooses, ms. */
const LOOK_FOR_ROOM_MS = 20_000;

/** Refusals that mean "none", not "failed". */
async function orNull<T>(asked: Promise<T>, code: string): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === code) return null;
    throw error;
  }
}

export const profileQuery = queryOptions<Profile>(remembered('profile', api.profile));
export const entriesQuery = queryOptions<OwnEntry[]>(remembered('entries', api.entries));
export const ticketsQuery = queryOptions<Ticket[]>(remembered('tickets', api.tickets));
export const balanceQuery = queryOptions<Balance>(remembered('balance', api.balance));
export const pointsQuery = queryOptions<Points>(remembered('points', api.points));

/** Tonight's party, or null when there is none. */
export const tonightQuery = queryOptions<PartyEvent | null>({
  queryKey: ['tonight'],
  queryFn: () => orNull(api.tonight(), 'event.none_tonight'),
  staleTime: 60_000,
});
export const eventsQuery = queryOptions<PartyEvent[]>({
  queryKey: ['events'],
  queryFn: api.events,
  staleTime: 60_000,
});
/** @param code opens what is hidden behind it; empty for none */
export const onSaleQuery = (nightId: string, code: string) =>
  queryOptions<EntryOnSale[]>({
    queryKey: ['on-sale', nightId, code],
    queryFn: () => api.entriesOnSale(nightId, code || undefined),
    refetchInterval: LOOK_FOR_ROOM_MS,
  });
/** An order, looked at again until it is paid or over. */
export const orderQuery = (id: string) =>
  queryOptions<Order>({
    queryKey: ['order', id],
    queryFn: () => api.order(id),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === 'PENDING' ? LOOK_FOR_MONEY_MS : false),
  });

/** What moved my wallet, the latest first, a page at a time. */
export const transactionsQuery = infiniteQueryOptions({
  queryKey: ['transactions'],
  queryFn: ({ pageParam }) => api.transactions(pageParam, TRANSACTIONS_A_PAGE),
  initialPageParam: 0,
  getNextPageParam: (last, pages) =>
    last.length < TRANSACTIONS_A_PAGE ? undefined : pages.length * TRANSACTIONS_A_PAGE,
});
/** A top-up, looked at again until the money came or will not. */
export const topUpQuery = (id: string) =>
  queryOptions<TopUp>({
    queryKey: ['top-up', id],
    queryFn: () => api.topUpState(id),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === 'PENDING' ? LOOK_FOR_MONEY_MS : false),
  });
export const rewardsQuery = queryOptions<Rewards>({ queryKey: ['rewards'], queryFn: api.rewards });
export const redemptionsQuery = queryOptions<Redemption[]>(
  remembered('redemptions', async () => (await api.redemptions()).items),
);

/** My QR; another one comes before it ends, and whenever the page is looked at again. */
export const qrQuery = queryOptions<ShownQr>({
  queryKey: ['qr'],
  queryFn: async () => ({ qr: (await api.qr()).qr, cameAt: Date.now() }),
  staleTime: 0,
  gcTime: 0,
  refetchInterval: EXCHANGE_AFTER_MS,
  refetchOnWindowFocus: 'always',
});
