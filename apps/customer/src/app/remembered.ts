import type { QueryKey } from '@tanstack/react-query';
import { queryClient } from './query-client';
import { session } from '../session/current';

const PREFIX = 'noche.customer.known.';

interface Known {
  readonly of: string;
  readonly at: number;
  readonly data: unknown;
}

interface Remembered<T> {
  readonly queryKey: QueryKey;
  readonly queryFn: () => Promise<T>;
  readonly initialData: () => T | undefined;
  readonly initialDataUpdatedAt: 0;
}

/**
 * A question whose last answer stays on the device, so that tickets and their QR are there in a cellar without network.
 * Whoever holds the unlocked telephone can show them, as with paper. Belongs to who is logged in and goes with the login.
 */
export function remembered<T>(name: string, ask: () => Promise<T>): Remembered<T> {
  return {
    queryKey: [name],
    queryFn: async () => {
      const of = session.member()?.uuid;
      const data = await ask();
      if (of !== undefined && of === session.member()?.uuid) keep(name, { of, at: Date.now(), data });
      return data;
    },
    initialData: () => known(name)?.data as T | undefined,
    // Shown at once, and asked again at once.
    initialDataUpdatedAt: 0,
  };
}

let owner = session.member()?.uuid;
session.subscribe(() => {
  const now = session.member()?.uuid;
  if (now !== owner) forget();
  owner = now;
});

/** Takes away all that was kept of whoever was logged in. */
function forget(): void {
  queryClient.clear();
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    names.forEach((name) => localStorage.removeItem(name));
  } catch {
    // Storage refused: nothing was kept.
  }
}

function known(name: string): Known | null {
  try {
    const found = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null') as Known | null;
    return found && found.of === session.member()?.uuid ? found : null;
  } catch {
    return null;
  }
}

function keep(name: string, known: Known): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(known));
  } catch {
    // Full or refused: it is asked again next time.
  }
}
