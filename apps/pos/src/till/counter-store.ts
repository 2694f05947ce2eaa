import { useSyncExternalStore } from 'react';
import { type Counter, EMPTY_COUNTER } from './held-carts';
import { type TillGuest } from './guest';
import { type PendingSale } from './sale-journal';
import { readStored, writeStored } from './stored';

/** One value that outlives a reload and that screens follow. One per person: a cart stays with its owner. */
class StoredValue<T> {
  private current: T;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly name: string,
    private readonly empty: T,
  ) {
    this.current = readStored<T>(name) ?? empty;
  }

  readonly get = (): T => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly set = (next: T): void => {
    if (next === this.current) return;
    this.current = next;
    writeStored(this.name, next === this.empty ? null : next);
    this.listeners.forEach((listener) => listener());
  };

  readonly change = (act: (now: T) => T): void => this.set(act(this.current));
}

const values = new Map<string, StoredValue<unknown>>();

function valueOf<T>(name: string, empty: T): StoredValue<T> {
  const known = values.get(name) ?? new StoredValue<unknown>(name, empty);
  values.set(name, known);
  return known as StoredValue<T>;
}

/** The cart and the held carts of a person on this till. */
export function counterOf(employeeId: string): StoredValue<Counter> {
  return valueOf(`counter.${employeeId}`, EMPTY_COUNTER);
}

/** The sale of a person that waits for its answer on this till. */
export function journalOf<Body>(employeeId: string): StoredValue<PendingSale<Body> | null> {
  return valueOf<PendingSale<Body> | null>(`pending.${employeeId}`, null);
}

/** The guest whom the sale in progress of a person is for. */
export function guestOf(employeeId: string): StoredValue<TillGuest | null> {
  return valueOf<TillGuest | null>(`guest.${employeeId}`, null);
}

const NONE: readonly string[] = [];

/** Card payments that a person set aside on this till, by id: they are not taken up by themselves. */
export function setAsideOf(employeeId: string): StoredValue<readonly string[]> {
  return valueOf<readonly string[]>(`aside.${employeeId}`, NONE);
}

/** A setting of this tablet. */
export function settingOf<T>(name: string, empty: T): StoredValue<T> {
  return valueOf(`setting.${name}`, empty);
}

/** Follows a stored value: `const counter = useStored(counterOf(me.employee.id))`. */
export function useStored<T>(value: StoredValue<T>): T {
  return useSyncExternalStore(value.subscribe, value.get);
}
