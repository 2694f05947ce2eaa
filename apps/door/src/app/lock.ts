import { api } from './api';
import { lockedHere } from './stored';

let telling: Promise<unknown> = Promise.resolve();

/** Locks at once and tells the server. */
export function lockDoor(): void {
  lockedHere.set(true);
  telling = api.lock().catch(() => undefined);
}

/** Resolves when the server was told of the last lock, so that an unlock cannot be overtaken by it. */
export function lockTold(): Promise<unknown> {
  return telling;
}
