import type { CashCount } from '@libs/ui';

/** Counts in progress, while the page is open: a lock in the middle of counting loses nothing. */
const drafts = new Map<string, CashCount>();

export function readDraft(sessionId: string): CashCount {
  return drafts.get(sessionId) ?? {};
}

export function keepDraft(sessionId: string, count: CashCount): void {
  drafts.set(sessionId, count);
}
