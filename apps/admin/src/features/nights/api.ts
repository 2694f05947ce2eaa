import { answer, api } from '../../app/api';
import type { Night, Page } from '../../app/wire';

/** What the form of a night sends. */
export interface NightDraft {
  date: string;
  name: string;
  djs: string[];
  description: string;
  doors_open_at: string | null;
  doors_close_at: string | null;
  capacity: number | null;
  checklist: { id?: string; label: string }[];
}

export type Step = 'prepare' | 'open' | 'closing' | 'close';

export function listNights(cursor: string | undefined): Promise<Page<Night>> {
  return answer(api.GET('/api/v1/nights', { params: { query: { cursor, limit: 50 } } }));
}

export function planNight(draft: NightDraft): Promise<Night> {
  const body = { ...draft, checklist: draft.checklist.map(({ label }) => label) };
  return answer(api.POST('/api/v1/nights', { body }));
}

export function changeNight(id: string, draft: NightDraft): Promise<Night> {
  return answer(api.PATCH('/api/v1/nights/{id}', { params: { path: { id } }, body: draft }));
}

export function tickItem(id: string, itemId: string, isDone: boolean): Promise<Night> {
  return answer(
    api.POST('/api/v1/nights/{id}/checklist/{item_id}', {
      params: { path: { id, item_id: itemId } },
      body: { is_done: isDone },
    }),
  );
}

export function stepNight(id: string, step: Step): Promise<Night> {
  const params = { path: { id } };
  if (step === 'prepare') return answer(api.POST('/api/v1/nights/{id}/prepare', { params }));
  if (step === 'open') return answer(api.POST('/api/v1/nights/{id}/open', { params }));
  if (step === 'closing') return answer(api.POST('/api/v1/nights/{id}/closing', { params }));
  return answer(api.POST('/api/v1/nights/{id}/close', { params }));
}

export async function removeNight(id: string, reason: string): Promise<void> {
  await answer(api.DELETE('/api/v1/nights/{id}', { params: { path: { id } }, body: { reason } }));
}
