/** Raised when the shape of what is kept changes: older entries are then not read. */
const VERSION = 1;
const PREFIX = 'noche.pos';

/** Where a till keeps what must outlive a reload. `localStorage`, or a stand-in in tests. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What was kept under this name, or null. Unreadable entries count as none. */
export function readStored<T>(name: string, shelf: Shelf = localStorage): T | null {
  try {
    const entry = JSON.parse(shelf.getItem(`${PREFIX}.${name}`) ?? 'null') as { v: number; value: T } | null;
    return entry?.v === VERSION ? entry.value : null;
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. @returns false when the device refuses to keep anything (full, private mode) */
export function writeStored(name: string, value: unknown, shelf: Shelf = localStorage): boolean {
  try {
    if (value === null) shelf.removeItem(`${PREFIX}.${name}`);
    else shelf.setItem(`${PREFIX}.${name}`, JSON.stringify({ v: VERSION, value }));
    return true;
  } catch {
    return false;
  }
}
