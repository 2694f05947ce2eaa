import { stationQueries } from '@libs/screen';
import { queryOptions } from '@tanstack/react-query';
import { api, type Device, type Me } from './api';

/** Which tablet this is, and who works here. */
export const station = stationQueries<Device, Me>(api);
export const { meQuery } = station;

export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: api.people });

/** How often the count is asked for when no hint comes, ms. */
const COUNT_AGAIN_MS = 15_000;

/** How many are inside, over all doors. Refused with `door.no_night` while no night is on. */
export const headsQuery = queryOptions({
  queryKey: ['heads'],
  queryFn: api.heads,
  staleTime: 0,
  refetchInterval: COUNT_AGAIN_MS,
});

/** The latest 50 of the night that is on. */
export const crossingsQuery = (nightId: string | undefined) =>
  queryOptions({ queryKey: ['crossings', nightId], queryFn: () => api.crossings(nightId) });
export const refusalsQuery = (nightId: string | undefined) =>
  queryOptions({ queryKey: ['refusals', nightId], queryFn: () => api.refusals(nightId) });

/** Guests of tonight's lists whose name has these letters. */
export const guestsQuery = (letters: string) =>
  queryOptions({
    queryKey: ['guests', letters],
    queryFn: () => api.guests(letters),
    placeholderData: (before) => before,
  });

/** What is sold for the night, with what is left of it. */
export const onSaleQuery = (venueId: string, nightId: string) =>
  queryOptions({ queryKey: ['on-sale', nightId], queryFn: () => api.onSale(venueId, nightId), staleTime: 0 });
