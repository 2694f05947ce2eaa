import { answer, createApiClient } from '@libs/api-client';
import { storedLanguage } from '@libs/ui';
import { useSyncExternalStore } from 'react';
import { type Member, Session, SESSION_KEY } from './session';

/** Two tries fit into the ten seconds in which the server answers an exchange again. */
const EXCHANGE_TIMEOUT_MS = 4_000;
const LOCK = 'noche.customer.renewing';
const TRIAL = 'noche.customer.trial';

const exchanger = createApiClient({ language: storedLanguage, timeoutMs: EXCHANGE_TIMEOUT_MS });

/** Where storage is refused (private mode) the login lasts until the page closes. */
function store(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    localStorage.setItem(TRIAL, '');
    localStorage.removeItem(TRIAL);
    return localStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
  }
}

/** Pages without a secure origin have no locks; browsers refuse them a login worth keeping anyway. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(LOCK, work) : work();
}

/** The login of this device. */
export const session = new Session({
  store: store(),
  exchange: (refresh_token) => answer(exchanger.POST('/api/v1/customers/refresh', { body: { refresh_token } })),
  alone,
  now: Date.now,
});

window.addEventListener('storage', ({ key }) => {
  if (key === SESSION_KEY || key === null) session.reread();
});

/** Who is logged in, or null: `const member = useMember()`. */
export function useMember(): Member | null {
  return useSyncExternalStore(session.subscribe, session.member);
}
