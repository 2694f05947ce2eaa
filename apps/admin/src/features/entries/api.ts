import { queryOptions } from '@tanstack/react-query';
import { answer, api, once } from '../../app/api';
import type { EntryOrder, EntryType, GuestList, ListedGuest, Night, Page } from '../../app/wire';

export type TypeDraft = Pick<
  EntryType,
  | 'name'
  | 'description'
  | 'price'
  | 'capacity'
  | 'per_person'
  | 'sale_starts_at'
  | 'sale_ends_at'
  | 'code'
  | 'is_active'
  | 'product_id'
>;
export type ListDraft = Pick<GuestList, 'name' | 'owner_name' | 'entry_type_id' | 'expires_at' | 'is_active'>;

/** The night that a page shows unless another is chosen: the one that is on, or else the next. */
export function usualNight(nights: readonly Night[]): Night | undefined {
  const ahead = nights.filter(({ status }) => status !== 'CLOSED').sort((a, b) => a.date.localeCompare(b.date));
  return ahead.find(({ status }) => status === 'OPEN') ?? ahead[0] ?? nights[0];
}

export const typesQuery = (night: string) =>
  queryOptions({
    queryKey: ['entries', 'types', night],
    queryFn: async (): Promise<EntryType[]> =>
      (await answer(api.GET('/api/v1/entry-types', { params: { query: { night_id: night } } }))).items,
  });

export function saveType(night: string, type: EntryType | undefined, draft: TypeDraft): Promise<EntryType> {
  if (!type) return answer(api.POST('/api/v1/entry-types', { body: { ...draft, night_id: night } }));
  const body = { ...draft, version: type.version };
  return answer(api.PATCH('/api/v1/entry-types/{id}', { params: { path: { id: type.id } }, body }));
}

export interface OrdersFilter {
  readonly night: string;
  readonly status: EntryOrder['status'] | null;
}

export function listOrders({ night, status }: OrdersFilter, cursor: string | undefined): Promise<Page<EntryOrder>> {
  const query = { night_id: night, cursor, ...(status === null ? {} : { status }) };
  return answer(api.GET('/api/v1/entry-orders', { params: { query } }));
}

export interface OrderRefund {
  readonly to: 'wallet' | 'original';
  readonly reason: string;
  readonly token: string;
}

export async function refundOrder(id: string, { to, reason, token }: OrderRefund, key: string): Promise<void> {
  const body = { to, reason, step_up_token: token };
  await answer(api.POST('/api/v1/entry-orders/{id}/refund', { params: { path: { id }, ...once(key) }, body }));
}

export const listsQuery = (night: string) =>
  queryOptions({
    queryKey: ['entries', 'lists', night],
    queryFn: async (): Promise<GuestList[]> =>
      (await answer(api.GET('/api/v1/guest-lists', { params: { query: { night_id: night } } }))).items,
  });

export function saveList(night: string, list: GuestList | undefined, draft: ListDraft): Promise<GuestList> {
  if (!list) return answer(api.POST('/api/v1/guest-lists', { body: { ...draft, night_id: night } }));
  const body = { ...draft, version: list.version };
  return answer(api.PATCH('/api/v1/guest-lists/{id}', { params: { path: { id: list.id } }, body }));
}

export function listGuests(list: string, q: string, cursor: string | undefined): Promise<Page<ListedGuest>> {
  const query = { list_id: list, cursor, ...(q === '' ? {} : { q }) };
  return answer(api.GET('/api/v1/guest-lists/guests', { params: { query } }));
}

export interface NewGuest {
  readonly name: string;
  readonly plus: number;
}

export function addGuests(list: string, guests: readonly NewGuest[], key: string): Promise<GuestList> {
  const params = { path: { id: list }, ...once(key) };
  return answer(api.POST('/api/v1/guest-lists/{id}/guests', { params, body: { guests: [...guests] } }));
}

export async function takeOff(guest: string): Promise<void> {
  await answer(
    api.PATCH('/api/v1/guest-lists/guests/{id}', { params: { path: { id: guest } }, body: { is_off: true } }),
  );
}
