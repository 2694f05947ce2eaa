import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

interface Hint {
  readonly type: string;
}

/** Which questions an event of a context may have changed the answer of. */
const TOUCHED: Readonly<Record<string, readonly string[]>> = {
  sales: ['board', 'registers', 'sessions', 'sales', 'stock', 'audit'],
  tickets: ['board', 'sales', 'tickets', 'audit'],
  catalog: ['catalog', 'audit'],
  nights: ['nights', 'board', 'me', 'audit'],
  inventory: ['stock', 'recipes', 'board', 'audit'],
  staff: ['team', 'devices', 'audit'],
  payments: ['payments', 'board', 'sessions', 'audit'],
  customers: ['customers', 'audit'],
  wallet: ['wallet', 'audit'],
  rewards: ['points', 'wallet', 'audit'],
  entries: ['entries', 'board', 'audit'],
};

/** Hints of one burst are asked about once, ms. */
const GATHER_MS = 300;

/** Asks again what a hint of the server concerns, and everything after the connection came back. */
export function useRealtime(): void {
  const queries = useQueryClient();

  useEffect(() => {
    const waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let close: (() => void) | undefined;
    let left = false;

    const ask = (): void => {
      timer = undefined;
      const contexts = [...waiting];
      waiting.clear();
      const touched = new Set(contexts.flatMap((context) => TOUCHED[context] ?? []));
      touched.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }));
    };

    void import('socket.io-client').then(({ io }) => {
      if (left) return;
      const socket = io({ path: '/socket.io', auth: { app: 'admin' } });
      socket.on('hints', (hints: readonly Hint[]) => {
        for (const { type } of hints) waiting.add(type.split('.')[0] ?? type);
        timer ??= setTimeout(ask, GATHER_MS);
      });
      socket.io.on('reconnect', () => void queries.invalidateQueries());
      close = () => socket.disconnect();
    });

    return () => {
      left = true;
      clearTimeout(timer);
      close?.();
    };
  }, [queries]);
}
