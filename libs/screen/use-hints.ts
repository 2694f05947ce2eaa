import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

/** Hints that come close together are answered once, ms. */
const TOGETHER_MS = 250;

/** What the server says happened: no more than that something did. */
export interface Hint {
  /** Context and event, such as `tickets.delivered`. */
  readonly type: string;
  readonly subject_id: string | null;
}

/** How the socket proves itself: the name of a screen of the staff, whose cookie counts, or a guest's token asked for each time. */
export type HintsProof = { readonly app: string } | { readonly token: () => Promise<string> };

interface HintsOptions {
  readonly proof: HintsProof;
  /** Questions (first part of their keys) whose answers an event of a context may have changed. */
  readonly asks: Readonly<Record<string, readonly string[]>>;
  /** Who is here; another one, another connection. Nobody: none. */
  readonly who: string | undefined;
  readonly onHint?: (hint: Hint) => void;
}

/** Listens while somebody is here: what changed is asked again, and all of it after a gap. */
export function useHints({ proof, asks, who, onHint }: HintsOptions): void {
  const queries = useQueryClient();
  const tell = useEffectEvent((hint: Hint) => onHint?.(hint));
  const auth = useEffectEvent((give: (proved: object) => void): void => {
    if ('app' in proof) give(proof);
    // Without a token the server says no, and the socket asks again later.
    else
      void proof.token().then(
        (token) => give({ token }),
        () => give({}),
      );
  });
  const keysOf = useEffectEvent(({ type }: Hint) => asks[type.split('.')[0] ?? ''] ?? []);
  useEffect(() => {
    if (who === undefined) return;
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
      for (const key of keysOf(hint)) waiting.add(key);
      timer ??= setTimeout(flush, TOGETHER_MS);
      tell(hint);
    };
    void import('socket.io-client').then(({ io }) => {
      if (gone) return;
      const socket = io({ path: '/socket.io', auth: (give) => auth(give) });
      socket.on('hints', (hints: readonly Hint[]) => hints.forEach(heard));
      socket.io.on('reconnect', () => void queries.invalidateQueries({ refetchType: 'active' }));
      disconnect = () => void socket.close();
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      disconnect();
    };
  }, [queries, who]);
}
