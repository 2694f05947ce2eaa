import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../app/wire';

interface Pages<Row> {
  readonly rows: readonly Row[];
  readonly data: readonly Row[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
  readonly isFetching: boolean;
  readonly more: { readonly has: boolean; readonly busy: boolean; readonly load: () => void };
}

/** A list of the API, page after page, the pages read so far as one. */
export function usePages<Row>(
  queryKey: QueryKey,
  ask: (cursor: string | undefined) => Promise<Page<Row>>,
  options: { readonly refetchInterval?: number; readonly enabled?: boolean } = {},
): Pages<Row> {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (before) => before,
    ...options,
  });
  const data = query.data?.pages.flatMap((page) => page.items);
  return {
    rows: data ?? [],
    data,
    error: query.error,
    refetch: query.refetch,
    isFetching: query.isFetching,
    more: { has: query.hasNextPage, busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() },
  };
}
