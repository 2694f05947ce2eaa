import { uuidv7 } from '@libs/ui';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { isUnknown } from '../app/problems';

/**
 * A write under idempotency keys, one for each thing that is acted on (`about`). A key is kept while nobody knows whether
 * its write was done, so that asking again acts once; it is renewed after an answer, be it yes or no.
 */
export function useWrite<Input, Result>(
  act: (input: Input, key: string) => Promise<Result>,
  about: (input: Input) => string,
  onDone: (result: Result, input: Input) => void,
): UseMutationResult<Result, unknown, Input> {
  const keys = useRef(new Map<string, string>());
  return useMutation<Result, unknown, Input>({
    mutationFn: async (input) => {
      const subject = about(input);
      const key = keys.current.get(subject) ?? uuidv7();
      keys.current.set(subject, key);
      try {
        const result = await act(input, key);
        keys.current.delete(subject);
        return result;
      } catch (error) {
        if (!isUnknown(error)) keys.current.delete(subject);
        throw error;
      }
    },
    onSuccess: onDone,
  });
}
