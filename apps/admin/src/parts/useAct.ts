import { isUnknown } from '@libs/screen';
import { useToast, uuidv7 } from '@libs/ui';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, NoAnswer } from '../app/api';
import { isSignedOut } from '../app/session';

/** What went wrong with an act, in words, and which fields the server did not like (by field name). */
export interface Failure {
  readonly text: string;
  /** No answer came: it may have been done. */
  readonly unknown: boolean;
  readonly code?: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, string>>;
}

interface ActOptions<Output> {
  /** Query keys whose answers this act changes. */
  readonly refresh?: readonly QueryKey[];
  readonly onDone?: (output: Output) => void;
  /** Said in a toast when it worked; null says nothing. */
  readonly says?: string | null;
}

export interface Act<Input> {
  readonly run: (input: Input) => Promise<boolean>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly clear: () => void;
}

/**
 * A write of this screen: one at a time, under one idempotency key that is kept while nobody knows whether it was done,
 * and renewed once the server has decided. Failures are words to show beside the button, never a crash.
 */
export function useAct<Input, Output>(
  act: (input: Input, key: string) => Promise<Output>,
  { refresh = [], onDone, says }: ActOptions<Output> = {},
): Act<Input> {
  const { t } = useTranslation();
  const toast = useToast();
  const queries = useQueryClient();
  const key = useRef<string>(null);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = async (input: Input): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    key.current ??= uuidv7();
    setBusy(true);
    setFailure(null);
    try {
      const output = await act(input, key.current);
      key.current = null;
      if (says !== null) toast({ text: says ?? t('act.saved'), outcome: 'ok' });
      void Promise.all(refresh.map((queryKey) => queries.invalidateQueries({ queryKey })));
      onDone?.(output);
      return true;
    } catch (error) {
      if (!isUnknown(error)) key.current = null;
      if (isSignedOut(error)) void queries.refetchQueries({ queryKey: ['me'] });
      setFailure(failureOf(error, { unknown: t('act.unknown'), failed: t('act.failed') }));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const clear = useCallback(() => setFailure(null), []);
  return { run, busy, failure, clear };
}

function failureOf(error: unknown, words: { readonly unknown: string; readonly failed: string }): Failure {
  if (error instanceof NoAnswer) return { text: words.unknown, unknown: true, facts: {}, fields: {} };
  if (error instanceof ApiProblem) {
    const fields = Object.fromEntries(error.errors.map(({ pointer, detail }) => [fieldOf(pointer), detail]));
    return { text: error.detail, unknown: false, code: error.code, facts: error.facts, fields };
  }
  return { text: words.failed, unknown: false, facts: {}, fields: {} };
}

/** `/items/0/price` as forms name it: `items.0.price`. */
function fieldOf(pointer: string): string {
  return pointer.replace(/^[#/]+/, '').replaceAll('/', '.');
}
