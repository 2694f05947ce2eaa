import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../app/api';
import type { Bar, Category, Named, Page, Register, RegisterReport, RegisterSession } from '../../app/wire';

export type RegisterDraft = Omit<Register, 'id' | 'open_session' | 'last_close' | 'is_active'>;
export type BarDraft = Omit<Bar, 'id'>;

export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: async (): Promise<Register[]> => (await answer(api.GET('/api/v1/registers'))).items,
});

export const barsQuery = queryOptions({
  queryKey: ['registers', 'bars'],
  queryFn: async (): Promise<Bar[]> => (await answer(api.GET('/api/v1/bars'))).items,
});

export const placesQuery = queryOptions({
  queryKey: ['stock', 'locations'],
  queryFn: async (): Promise<Named[]> => (await answer(api.GET('/api/v1/stock-locations'))).items,
});

export const categoriesQuery = queryOptions({
  queryKey: ['catalog', 'categories'],
  queryFn: async (): Promise<Category[]> => (await answer(api.GET('/api/v1/catalog/categories'))).items,
});

/** The figures of a shift: X while it is open, Z once closed. */
export function reportQuery(session: string) {
  return queryOptions({
    queryKey: ['sessions', session, 'report'],
    queryFn: (): Promise<RegisterReport> =>
      answer(api.GET('/api/v1/register-sessions/{id}/report', { params: { path: { id: session } } })),
  });
}

export function listSessions(night: string | undefined, cursor: string | undefined): Promise<Page<RegisterSession>> {
  return answer(api.GET('/api/v1/register-sessions', { params: { query: { night_id: night, cursor } } }));
}

export function saveRegister(id: string | undefined, draft: RegisterDraft, isActive: boolean): Promise<Register> {
  return id === undefined
    ? answer(api.POST('/api/v1/registers', { body: draft }))
    : answer(
        api.PATCH('/api/v1/registers/{id}', { params: { path: { id } }, body: { ...draft, is_active: isActive } }),
      );
}

export function saveBar(id: string | undefined, { is_active, ...draft }: BarDraft): Promise<Bar> {
  return id === undefined
    ? answer(api.POST('/api/v1/bars', { body: draft }))
    : answer(api.PATCH('/api/v1/bars/{id}', { params: { path: { id } }, body: { ...draft, is_active } }));
}
