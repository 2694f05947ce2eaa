import { ErrorState, LoadingState, OfflineState } from '@libs/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiProblem, NoAnswer } from '../app/api';
import type { Failure } from './useAct';

/** Why an act did not happen, beside the button that asked for it. */
export function FailureNote({ failure }: { readonly failure: Failure | null }): ReactNode {
  if (!failure) return null;
  const fields = Object.values(failure.fields);
  return (
    <div className="a-note" role="alert" data-tone={failure.unknown ? 'warn' : 'bad'}>
      <IconAlertTriangle size={22} stroke={1.8} aria-hidden />
      <div>
        <p>{failure.text}</p>
        {fields.length > 0 && (
          <ul>
            {fields.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

interface AnswerOfProps<T> {
  readonly of: Asked<T>;
  readonly children: (data: T) => ReactNode;
}

/** Shows what a question was answered, or that it is under way, or why there is no answer. */
export function AnswerOf<T>({ of, children }: AnswerOfProps<T>): ReactNode {
  const retry = (): void => void of.refetch();
  if (of.data !== undefined) return children(of.data);
  if (of.error instanceof NoAnswer) return <OfflineState onRetry={retry} />;
  if (of.error)
    return <ErrorState detail={of.error instanceof ApiProblem ? of.error.detail : undefined} onRetry={retry} />;
  return <LoadingState />;
}
