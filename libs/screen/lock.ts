/** A tablet closes at once, whatever the server hears of it: a lock has to work without network, and over a reload. */
export interface TabletLock {
  /** Locks at once and tells the server. */
  readonly lock: () => void;
  /** Resolves when the server was told of the last lock, so that an unlock cannot be overtaken by it. */
  readonly told: () => Promise<unknown>;
}

/** @param here what this tablet keeps of it @param tell tells the server */
export function tabletLock(
  here: { readonly set: (closed: boolean) => void },
  tell: () => Promise<unknown>,
): TabletLock {
  let telling: Promise<unknown> = Promise.resolve();
  return {
    lock: () => {
      here.set(true);
      telling = tell().catch(() => undefined);
    },
    told: () => telling,
  };
}
