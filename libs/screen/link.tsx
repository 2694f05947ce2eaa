import { type HeartbeatState, useHeartbeat } from '@libs/ui';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect } from 'react';

type LinkState = HeartbeatState & { readonly check: () => void };

const LinkContext = createContext<LinkState | null>(null);

interface LinkProviderProps {
  /** Between two looks at the server, ms. */
  readonly everyMs: number;
  readonly children: ReactNode;
}

/** One heartbeat for all screens; what is shown is asked again when the server comes back. */
export function LinkProvider({ everyMs, children }: LinkProviderProps): ReactNode {
  const state = useHeartbeat('/health/live', { intervalMs: everyMs });
  const queries = useQueryClient();
  useEffect(() => {
    if (state.link === 'online') void queries.invalidateQueries({ refetchType: 'active' });
  }, [state.link, queries]);
  return <LinkContext value={state}>{children}</LinkContext>;
}

/** Whether the server answers: `const { link } = useLink()`. */
export function useLink(): LinkState {
  const state = use(LinkContext);
  if (!state) throw new Error('useLink needs a LinkProvider above it');
  return state;
}
