import { queryOptions } from '@tanstack/react-query';
import { answer, api, once } from '../../app/api';
import type { Category, Named, Page, PointRule, Redemption, Reward, Tier } from '../../app/wire';

export type RuleDraft = Pick<
  PointRule,
  'name' | 'pesos_per_point' | 'multiplier_percent' | 'category_ids' | 'night_id' | 'starts_at' | 'ends_at'
>;
export type TierDraft = Pick<Tier, 'name' | 'min_points' | 'within_days' | 'multiplier_percent'>;
export interface RewardDraft extends Pick<Reward, 'name' | 'description' | 'cost' | 'location_id' | 'is_active'> {
  readonly items: { readonly product_id: string; readonly qty: number }[];
  readonly stock_limit: number | null;
  readonly per_person_limit: number | null;
}

export const rulesQuery = queryOptions({
  queryKey: ['points', 'rules'],
  queryFn: async (): Promise<PointRule[]> => (await answer(api.GET('/api/v1/wallet/point-rules'))).items,
});
export const tiersQuery = queryOptions({
  queryKey: ['points', 'tiers'],
  queryFn: async (): Promise<Tier[]> => (await answer(api.GET('/api/v1/wallet/tiers'))).items,
});
export const rewardsQuery = queryOptions({
  queryKey: ['points', 'rewards'],
  queryFn: async (): Promise<Reward[]> => (await answer(api.GET('/api/v1/rewards/catalogue'))).items,
});
export const categoriesQuery = queryOptions({
  queryKey: ['catalog', 'categories'],
  queryFn: async (): Promise<Category[]> => (await answer(api.GET('/api/v1/catalog/categories'))).items,
});
export const placesQuery = queryOptions({
  queryKey: ['stock', 'locations'],
  queryFn: async (): Promise<Named[]> => (await answer(api.GET('/api/v1/stock-locations'))).items,
});

export function saveRule(id: string | undefined, draft: RuleDraft): Promise<PointRule> {
  return id === undefined
    ? answer(api.POST('/api/v1/wallet/point-rules', { body: draft }))
    : answer(api.PATCH('/api/v1/wallet/point-rules/{id}', { params: { path: { id } }, body: draft }));
}

export async function endRule(id: string): Promise<void> {
  await answer(api.POST('/api/v1/wallet/point-rules/{id}/end', { params: { path: { id } } }));
}

export function saveTier(id: string | undefined, draft: TierDraft): Promise<Tier> {
  return id === undefined
    ? answer(api.POST('/api/v1/wallet/tiers', { body: draft }))
    : answer(api.PATCH('/api/v1/wallet/tiers/{id}', { params: { path: { id } }, body: draft }));
}

export async function endTier(id: string): Promise<void> {
  await answer(api.POST('/api/v1/wallet/tiers/{id}/end', { params: { path: { id } } }));
}

export function saveReward(id: string | undefined, draft: RewardDraft): Promise<Reward> {
  return id === undefined
    ? answer(api.POST('/api/v1/rewards/catalogue', { body: draft }))
    : answer(api.PATCH('/api/v1/rewards/catalogue/{id}', { params: { path: { id } }, body: draft }));
}

export function listRedemptions(night: string | undefined, cursor: string | undefined): Promise<Page<Redemption>> {
  return answer(api.GET('/api/v1/rewards/redemptions', { params: { query: { night_id: night, cursor } } }));
}

export async function undoRedemption(id: string, reason: string, key: string): Promise<void> {
  const params = { path: { id }, ...once(key) };
  await answer(api.POST('/api/v1/rewards/redemptions/{id}/undo', { params, body: { reason } }));
}
