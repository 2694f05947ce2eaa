import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from '../session/current';

/** Hints that come close together are answered once, ms. */
const TOGETHER_MS = 200;

/** What to ask again when something of mine moved. A QR that was just used is exchanged. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  wallet: ['balance', 'transactions', 'points', 'top-up', 'rewards', 'qr'],
  sales: ['tickets', 'balance', 'transactions', 'points', 'qr'],
  tickets: ['tickets', 'redemptions', 'qr'],
  entries: ['entries', 'order', 'on-sale', 'gifts', 'qr'],
  nights: ['tonight', 'events', 'rewards'],
};

interface Hint {
  readonly type: string;
}

/** Listens to what happens to my money, tickets and entries while I am logged in; all of it is asked again after a gap. */
export function useRealtime(memberId: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (memberId === undefined) return;
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
      const socket = io({
        path: '/socket.io',
        // Without a token the server says no, and the socket asks again later.
        auth: (give) =>
          void session.token().then(
            (token) => give({ token }),
            () => give({}),
          ),
      });
      socket.on('hints', (hints: readonly Hint[]) => hints.forEach(heard));
      socket.io.on('reconnect', () => void queries.invalidateQueries({ refetchType: 'active' }));
      disconnect = () => void socket.close();
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      disconnect();
    };
  }, [queries, memberId]);
}
