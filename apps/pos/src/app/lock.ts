import { api } from './api';
import { settingOf } from '../till/counter-store';

/** Closed on this tablet, whatever the server heard of it: a lock has to work without network, and over a reload. */
export const locked = settingOf('locked', false);

let telling: Promise<unknown> = Promise.resolve();

/** Locks at once and tells the server. */
export function lockTill(): void {
  locked.set(true);
  telling = api.lock().catch(() => undefined);
}

/** Resolves when the server was told of the last lock, so that an unlock cannot overtake it. */
export function lockTold(): Promise<unknown> {
  return telling;
}
