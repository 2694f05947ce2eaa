import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from './api';
import { useMe } from './session';

/** Asked again this often even when no hint comes, ms. */
const EVERY_MS = 60_000;
/** As many as one answer holds. */
const MOST = 100;

/** How many differences of payments are open. */
const openFindingsQuery = queryOptions({
  queryKey: ['payments', 'findings', 'count'],
  queryFn: async (): Promise<{ count: number; hasMore: boolean }> => {
    const query = { state: 'open' as const, limit: MOST };
    const page = await answer(api.GET('/api/v1/payment-findings', { params: { query } }));
    return { count: page.items.length, hasMore: page.next_cursor !== null };
  },
  refetchInterval: EVERY_MS,
});

/** How many wait for a person, for those who may see payments. */
export function useOpenFindings() {
  const { permissions } = useMe();
  return useQuery({ ...openFindingsQuery, enabled: permissions.includes('payment.read') });
}
