import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../app/api';
import type { Page, Product } from '../app/wire';
import { everyPage } from './everyPage';

/** Every product of the menu. */
export const productsQuery = queryOptions({
  queryKey: ['catalog', 'products'],
  queryFn: (): Promise<Product[]> =>
    everyPage((cursor): Promise<Page<Product>> =>
      answer(api.GET('/api/v1/catalog/products', { params: { query: { cursor, limit: 100 } } })),
    ),
});
