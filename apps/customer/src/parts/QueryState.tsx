import { ApiProblem } from '@libs/api-client';
import { isUnknown } from '@libs/screen';
import { ErrorState, LoadingState, OfflineState } from '@libs/ui';
import type { ReactNode } from 'react';

interface QueryStateProps {
  readonly query: { readonly error: unknown; readonly refetch: () => unknown };
}

/** What stands where an answer is missing: it is on its way, the server is away, or it said no. */
export function QueryState({ query }: QueryStateProps): ReactNode {
  const { error } = query;
  const retry = (): void => void query.refetch();
  if (!error) return <LoadingState />;
  if (error instanceof ApiProblem && !isUnknown(error))
    return <ErrorState title={error.title} detail={error.detail} onRetry={retry} />;
  return <OfflineState onRetry={retry} />;
}
