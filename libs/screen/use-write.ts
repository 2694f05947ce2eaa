import { uuidv7 } from '@libs/ui';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { isUnknown } from './answers';

/**
 * A write under an idempotency key. The key is kept while nobody knows whether the write was done, so that asking again
 * acts once; it is renewed after an answer, be it yes or no.
 * @param about names the thing that is acted on, where one screen acts on several: each has a key of its own
 */
export function useWrite<Input, Result>(
  act: (input: Input, key: string) => Promise<Result>,
  onDone?: (result: Result, input: Input) => void | Promise<void>,
  about: (input: Input) => string = () => '',
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
