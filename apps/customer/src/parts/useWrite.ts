import { uuidv7 } from '@libs/ui';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { isUnknown } from '../app/problems';

/**
 * A write under an idempotency key. The key is kept while nobody knows whether the write was done, so that asking again
 * acts once; it is renewed after an answer, be it yes or no, and when something else is asked for.
 */
export function useWrite<Input, Result>(
  act: (input: Input, key: string) => Promise<Result>,
  onDone?: (result: Result, input: Input) => void | Promise<void>,
): UseMutationResult<Result, unknown, Input> {
  const pending = useRef<{ readonly key: string; readonly input: string } | null>(null);
  return useMutation<Result, unknown, Input>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      if (pending.current?.input !== text) pending.current = { key: uuidv7(), input: text };
      try {
        const result = await act(input, pending.current.key);
        pending.current = null;
        return result;
      } catch (error) {
        if (!isUnknown(error)) pending.current = null;
        throw error;
      }
    },
    onSuccess: onDone,
  });
}
