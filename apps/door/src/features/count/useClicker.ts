import { isUnknown } from '@libs/screen';
import { uuidv7 } from '@libs/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { api, type HeadCount } from '../../app/api';
import { headsQuery } from '../../app/queries';
import { type Clicks, NO_CLICKS, pendingOf, toSend } from '../../parts/clicks';

/** Pause before what nobody answered is sent again, ms. */
const AGAIN_MS = 2_000;

export interface Clicker {
  /** Counted here and not by the server yet. */
  readonly pending: number;
  /** Why the last presses were not counted. */
  readonly refusal: unknown;
  /** Somebody came in (1) or went out (-1). */
  readonly click: (delta: 1 | -1) => void;
}

/** Presses of whoever stands here: none counts twice, and what is not answered is sent again under its own key. */
export function useClicker(): Clicker {
  const queries = useQueryClient();
  const [clicks, setClicks] = useState<Clicks>(NO_CLICKS);
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ delta, key }: { delta: number; key: string }) => api.count(delta, key),
    onSuccess: ({ inside }) => {
      queries.setQueryData<HeadCount>(headsQuery.queryKey, (heads) => heads && { ...heads, inside });
      setClicks(({ waiting }) => ({ sent: null, waiting }));
    },
    onError: (failure) => {
      if (!isUnknown(failure)) setClicks(({ waiting }) => ({ sent: null, waiting }));
    },
    onSettled: () => void queries.invalidateQueries(headsQuery),
  });
  const flush = useEffectEvent(() => {
    const next = toSend(clicks, uuidv7);
    if (next !== clicks) setClicks(next);
    if (next.sent) mutate(next.sent);
  });
  const unsure = clicks.sent !== null;
  useEffect(() => {
    if (isPending || (clicks.waiting === 0 && !unsure)) return;
    const timer = setTimeout(flush, unsure ? AGAIN_MS : 0);
    return () => clearTimeout(timer);
  }, [isPending, clicks.waiting, unsure]);
  return {
    pending: pendingOf(clicks),
    refusal: error && !isUnknown(error) ? error : null,
    click: (delta) => setClicks((now) => ({ ...now, waiting: now.waiting + delta })),
  };
}
