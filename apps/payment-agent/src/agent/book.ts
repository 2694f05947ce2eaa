import type { Operation } from '../api/agent-api';
import type { Conclusion } from '../getnet/conclusion';
import type { Journal } from '../journal/journal';
import type { JournalRecord, JournalState } from '../journal/records';

type Known = Pick<Operation, 'id' | 'fence' | 'ticketNumber' | 'amount'> & { readonly kind: string };

/** The journal in the words of the agent's work. */
export class Book {
  constructor(
    private readonly journal: Journal,
    private readonly now: () => Date,
  ) {}

  /** Written to the disk before this returns. */
  note(operation: Known, state: JournalState, conclusion: Conclusion | null = null): JournalRecord {
    const { id, fence, kind, ticketNumber, amount } = operation;
    const record = { id, fence, kind, ticketNumber, amount, state, conclusion, at: this.now().toISOString() };
    this.journal.append(record);
    return record;
  }

  find(id: string): JournalRecord | undefined {
    return this.journal.find(id);
  }

  unreported(): readonly JournalRecord[] {
    return this.journal.open();
  }

  /** Sales that were given up as unknown: a late answer still says what became of them. */
  uncertain(): readonly JournalRecord[] {
    return this.journal.all().filter(({ kind, conclusion }) => kind === 'sale' && conclusion?.outcome === 'unknown');
  }

  /** Another sale's answer may still come, unless this agent knows how each one ended. */
  hasPerhapsRunningSales(exceptId: string): boolean {
    return this.journal.open().some(({ id, state }) => id !== exceptId && state !== 'answered');
  }
}
