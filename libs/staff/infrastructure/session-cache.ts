import { Injectable } from '@nestjs/common';
import { DatabaseListener, SESSIONS_CHANGED } from '@libs/platform';

/** More than any house has tablets; beyond it everything is asked anew. */
const MOST = 5_000;

/**
 * Sessions as the database told them, until anything about sessions, people or tablets changes anywhere. Forgets all of it
 * at once: such changes are rare, and a till asks several times a second. Keeps nothing while it could miss a change.
 */
@Injectable()
export class SessionCache<T> {
  private readonly known = new Map<string, T>();
  /** Counts the changes: what was asked before one and answered after it is not kept. */
  private changes = 0;

  constructor(private readonly listener: DatabaseListener) {
    listener.on(SESSIONS_CHANGED, () => this.forget());
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
