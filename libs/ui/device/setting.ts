import { useSyncExternalStore } from 'react';

/** A setting of this tablet that outlives a reload and that screens follow. */
export class Setting<T> {
  private current: T;
  private readonly listeners = new Set<() => void>();

  constructor(
    /** Where it is kept, of all apps: "noche.bar.left-handed". */
    private readonly key: string,
    unless: T,
  ) {
    this.current = this.read() ?? unless;
  }

  readonly get = (): T => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly set = (next: T): void => {
    this.current = next;
    try {
      localStorage.setItem(this.key, JSON.stringify(next));
    } catch {
      // Storage refused (private mode): the choice lasts until the page closes.
    }
    this.listeners.forEach((listener) => listener());
  };

  private read(): T | null {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? 'null') as T | null;
    } catch {
      return null;
    }
  }
}

/** Follows a setting: `const hand = useSetting(leftHanded)`. */
export function useSetting<T>(setting: Setting<T>): T {
  return useSyncExternalStore(setting.subscribe, setting.get);
}
