import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../app/api';
import type { Category, Ingredient, Page, PriceWindow, Product, Recipe } from '../../app/wire';
import { everyPage } from '../../parts/everyPage';

export type ProductDraft = Pick<
  Product,
  'category_id' | 'name' | 'detail' | 'price' | 'favourite_position' | 'position' | 'is_active'
>;
export type CategoryDraft = Pick<Category, 'name' | 'icon' | 'hue' | 'position' | 'is_active'>;
export type WindowDraft = Pick<PriceWindow, 'name' | 'weekdays' | 'from' | 'to' | 'is_active' | 'prices'>;
export type RecipeDraft = { ingredient_id: string; quantity: number; tolerance_pct: number }[];

export const categoriesQuery = queryOptions({
  queryKey: ['catalog', 'categories'],
  queryFn: async (): Promise<Category[]> => {
    const { items } = await answer(api.GET('/api/v1/catalog/categories'));
    return [...items].sort((a, b) => a.position - b.position);
  },
});

export const windowsQuery = queryOptions({
  queryKey: ['catalog', 'windows'],
  queryFn: async (): Promise<PriceWindow[]> => (await answer(api.GET('/api/v1/catalog/price-windows'))).items,
});

export const recipesQuery = queryOptions({
  queryKey: ['recipes'],
  queryFn: async (): Promise<Recipe[]> => (await answer(api.GET('/api/v1/recipes'))).items,
});

export const ingredientsQuery = queryOptions({
  queryKey: ['stock', 'ingredients'],
  queryFn: (): Promise<Ingredient[]> =>
    everyPage((cursor): Promise<Page<Ingredient>> =>
      answer(api.GET('/api/v1/ingredients', { params: { query: { cursor, limit: 100 } } })),
    ),
});

export function saveProduct(id: string | undefined, draft: Partial<ProductDraft> & ProductDraft): Promise<Product> {
  return id === undefined ? answer(api.POST('/api/v1/catalog/products', { body: draft })) : changeProduct(id, draft);
}

export function changeProduct(id: string, changes: Partial<ProductDraft>): Promise<Product> {
  return answer(api.PATCH('/api/v1/catalog/products/{id}', { params: { path: { id } }, body: changes }));
}

export function changePrices(items: { id: string; price: number }[]): Promise<{ changed: number }> {
  return answer(api.POST('/api/v1/catalog/products/prices', { body: { items } }));
}

export function saveCategory(id: string | undefined, draft: CategoryDraft): Promise<Category> {
  return id === undefined
    ? answer(api.POST('/api/v1/catalog/categories', { body: draft }))
    : answer(api.PATCH('/api/v1/catalog/categories/{id}', { params: { path: { id } }, body: draft }));
}

export function saveWindow(id: string | undefined, draft: WindowDraft): Promise<PriceWindow> {
  return id === undefined
    ? answer(api.POST('/api/v1/catalog/price-windows', { body: draft }))
    : answer(api.PATCH('/api/v1/catalog/price-windows/{id}', { params: { path: { id } }, body: draft }));
}

export async function removeWindow(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/catalog/price-windows/{id}', { params: { path: { id } } }));
}

export function saveRecipe(productId: string, items: RecipeDraft): Promise<Recipe> {
  return answer(
    api.PUT('/api/v1/recipes/{product_id}', { params: { path: { product_id: productId } }, body: { items } }),
  );
}
