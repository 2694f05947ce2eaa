import { queryOptions } from '@tanstack/react-query';
import { answer, api, once } from '../../app/api';
import type { Ingredient, Page, StockLocation, StockRow } from '../../app/wire';
import { everyPage } from '../../parts/everyPage';

export type StockAct = 'purchases' | 'counts' | 'waste' | 'transfers';

/** A movement of stock as the sheet holds it. */
export interface Movement {
  readonly location: string;
  /** Where a transfer goes. */
  readonly to: string;
  readonly items: readonly { readonly ingredient: string; readonly quantity: number }[];
  readonly note: string;
}

export type IngredientDraft = Omit<Ingredient, 'id'>;

export const locationsQuery = queryOptions({
  queryKey: ['stock', 'locations'],
  queryFn: async (): Promise<StockLocation[]> => (await answer(api.GET('/api/v1/stock-locations'))).items,
});

export const ingredientsQuery = queryOptions({
  queryKey: ['stock', 'ingredients'],
  queryFn: (): Promise<Ingredient[]> =>
    everyPage((cursor): Promise<Page<Ingredient>> =>
      answer(api.GET('/api/v1/ingredients', { params: { query: { cursor, limit: 100 } } })),
    ),
});

/** What there is, in one place or in all. */
export function stockQuery(location: string | undefined) {
  return queryOptions({
    queryKey: ['stock', 'rows', location ?? 'all'],
    queryFn: async (): Promise<StockRow[]> =>
      (await answer(api.GET('/api/v1/stock', { params: { query: { location_id: location } } }))).items,
  });
}

/** Records a movement, once however often it is sent under this key. */
export async function moveStock(act: StockAct, movement: Movement, key: string): Promise<void> {
  const { location, to, note } = movement;
  const items = movement.items.map(({ ingredient, quantity }) => ({ ingredient_id: ingredient, quantity }));
  const params = once(key);
  const noted = note === '' ? {} : { note };
  if (act === 'purchases') {
    await answer(api.POST('/api/v1/stock/purchases', { params, body: { location_id: location, items, ...noted } }));
  } else if (act === 'waste') {
    await answer(api.POST('/api/v1/stock/waste', { params, body: { location_id: location, items, note } }));
  } else if (act === 'counts') {
    const counted = items.map(({ ingredient_id, quantity }) => ({ ingredient_id, counted: quantity }));
    await answer(
      api.POST('/api/v1/stock/counts', { params, body: { location_id: location, items: counted, ...noted } }),
    );
  } else {
    await answer(
      api.POST('/api/v1/stock/transfers', {
        params,
        body: { from_location_id: location, to_location_id: to, items, ...noted },
      }),
    );
  }
}

export function saveIngredient(id: string | undefined, draft: IngredientDraft): Promise<Ingredient> {
  return id === undefined
    ? answer(api.POST('/api/v1/ingredients', { body: draft }))
    : answer(api.PATCH('/api/v1/ingredients/{id}', { params: { path: { id } }, body: draft }));
}

export function saveLocation(id: string | undefined, draft: Omit<StockLocation, 'id'>): Promise<StockLocation> {
  return id === undefined
    ? answer(api.POST('/api/v1/stock-locations', { body: draft }))
    : answer(api.PATCH('/api/v1/stock-locations/{id}', { params: { path: { id } }, body: draft }));
}
