import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Hints that come close together are answered once, ms. */
const TOGETHER_MS = 250;

/** What to ask again when something of a context changed. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  entries: ['heads', 'crossings', 'refusals', 'guests'],
  staff: ['me', 'people'],
  nights: ['me', 'heads', 'guests'],
};

interface Hint {
  readonly type: string;
}

/** Listens to the house while a person is there: what changed is asked again, and all of it after a gap. */
export function useRealtime(sessionId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    let gone = false;
    let disconnect = (): void => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waiting = new Set<string>();
    const flush = (): void => {
      timer = undefined;
      for (const key of waiting) void queries.invalidateQueries({ queryKey: [key] });
      waiting.clear();
    };
    const heard = (hint: Hint): void => {
      for (const key of KEYS[hint.type.split('.')[0] ?? ''] ?? []) waiting.add(key);
      timer ??= setTimeout(flush, TOGETHER_MS);
    };
    void import('socket.io-client').then(({ io }) => {
      if (gone) return;
      const socket = io({ path: '/socket.io', auth: { app: 'door' } });
      socket.on('hints', (hints: readonly Hint[]) => hints.forEach(heard));
      socket.io.on('reconnect', () => void queries.invalidateQueries({ refetchType: 'active' }));
      disconnect = () => void socket.close();
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      disconnect();
    };
  }, [queries, sessionId]);
}
