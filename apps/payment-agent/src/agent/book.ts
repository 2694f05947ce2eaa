import type { Operation } from '../api/agent-api';
import { compareTickets } from '../getnet/ticket';
import type { Conclusion } from '../getnet/conclusion';
import type { Journal } from '../journal/journal';
import type { JournalRecord, JournalState } from '../journal/records';

/** After a sale was given up. */
const ANSWER_STILL_POSSIBLE_MS = 15 * 60_000;

type Known = Pick<Operation, 'id' | 'fence' | 'ticketNumber' | 'amount'> & { readonly kind: string };

/** The journal in the words of the agent's work. */
export class Book {
  private readonly heard = new Set<string>();

  constructor(
    private readonly journal: Journal,
    private readonly now: () => Date,
  ) {}

  /** This process heard the terminal's own answer to the operation. */
  noteHeard(id: string): void {
    this.heard.add(id);
  }

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

  /** Whether a ticket that the terminal shows is one of this agent's operations. */
  knows(ticket: string): boolean {
    return this.journal
      .all()
      .some(({ ticketNumber }) => ticketNumber !== null && compareTickets(ticketNumber, ticket) === 'same');
  }

  /**
   * Another sale's answer may still come, or come again, and this process would not recognise it: it only knows answers
   * that it heard itself.
   */
  mayOweAnAnswer(exceptId: string): boolean {
    const recently = this.now().getTime() - ANSWER_STILL_POSSIBLE_MS;
    const others = this.journal.all().filter(({ id, kind }) => id !== exceptId && kind === 'sale');
    return others.some(({ id, conclusion, at }) => {
      if (conclusion === null) return true;
      if (Date.parse(at) <= recently) return false;
      const { outcome, source } = conclusion;
      const wasNeverSent = source === 'none' && outcome === 'not_charged';
      return !this.heard.has(id) && !wasNeverSent;
    });
  }
}
