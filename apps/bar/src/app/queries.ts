import { stationQueries } from '@libs/screen';
import { queryOptions } from '@tanstack/react-query';
import { api, type Device, type Me } from './api';

/** Which tablet this is, and who works here. */
export const station = stationQueries<Device, Me>(api);
export const { meQuery } = station;

export const barsQuery = queryOptions({ queryKey: ['bars'], queryFn: api.bars });
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: api.people });
export const refusalsQuery = queryOptions({ queryKey: ['refusals'], queryFn: api.refusals });

/** The newest 30 deliveries of a bar. */
export const recentQuery = (barId: string) =>
  queryOptions({ queryKey: ['recent', barId], queryFn: () => api.recent(barId) });
