import { useSyncExternalStore } from 'react';

const PREFIX = 'noche.bar';

/** A setting of this tablet that outlives a reload and that screens follow. */
export class Setting<T> {
  private current: T;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly name: string,
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
      localStorage.setItem(`${PREFIX}.${this.name}`, JSON.stringify(next));
    } catch {
      // Storage refused (private mode): the choice lasts until the page closes.
    }
    this.listeners.forEach((listener) => listener());
  };

  private read(): T | null {
    try {
      return JSON.parse(localStorage.getItem(`${PREFIX}.${this.name}`) ?? 'null') as T | null;
    } catch {
      return null;
    }
  }
}

/** Follows a setting: `const hand = useSetting(leftHanded)`. */
export function useSetting<T>(setting: Setting<T>): T {
  return useSyncExternalStore(setting.subscribe, setting.get);
}

/** Mirrors the screen for whoever works with the left hand. */
export const leftHanded = new Setting('left-handed', false);
/** The camera that looks at the guest's telephone. */
export const cameraFacing = new Setting<'environment' | 'user'>('camera', 'environment');
/** The bar where this tablet was used last. */
export const lastBar = new Setting<string | null>('bar', null);
/** Locked on this tablet, whatever the server heard of it: a lock has to work without network, and over a reload. */
export const lockedHere = new Setting('locked', false);
