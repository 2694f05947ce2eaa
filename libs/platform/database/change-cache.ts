import { DatabaseListener } from './database-listener';

/** More than any house has tablets or agents; beyond it everything is asked anew. */
const MOST = 5_000;

/**
 * What the database told, until a notification on that channel says that something about it changed, whoever changed it.
 * Forgets all of it at once: such changes are rare, and who is asked about asks several times a second. Keeps nothing while
 * it could miss a change.
 */
export class ChangeCache<T> {
  private readonly known = new Map<string, T>();
  /** Counts the changes: what was asked before one and answered after it is not kept. */
  private changes = 0;

  /** Make it before the application has started. */
  constructor(
    private readonly listener: DatabaseListener,
    channel: string,
  ) {
    listener.on(channel, () => this.forget());
    listener.onGap(() => this.forget());
  }

  forget(): void {
    this.changes += 1;
    this.known.clear();
  }

  async get(key: string, ask: () => Promise<T | undefined>): Promise<T | undefined> {
    if (!this.listener.isListening) return ask();
    const kept = this.known.get(key);
    if (kept !== undefined) return kept;
    const { changes } = this;
    const found = await ask();
    if (found !== undefined && changes === this.changes) {
      if (this.known.size >= MOST) this.known.clear();
      this.known.set(key, found);
    }
    return found;
  }
}
