import type { AgentApi, Operation } from '../api/agent-api';
import { Backoff, pause, type Pauses } from '../api/retry';
import { FUNCTION, type Commands } from '../getnet/commands';
import { conclude, type Conclusion } from '../getnet/conclusion';
import { judgeAnswer } from '../getnet/judge-answer';
import type { Journal } from '../journal/journal';
import type { JournalRecord } from '../journal/records';
import type { Log } from '../setup/log';
import type { Reply, TerminalSession } from '../terminal/session';
import { Book } from './book';
import { FindOut, type FindOutOptions } from './find-out';
import { KeepAlive } from './keep-alive';
import { PerformOther } from './perform-other';
import { PerformSale, type Investigate, type PerformOptions, type Tools } from './perform-sale';
import { Reporter } from './reporter';
import { TerminalQueries } from './terminal-queries';

export interface AgentOptions extends PerformOptions, FindOutOptions {
  readonly claimWaitSeconds: number;
  /** A terminal that was silent for so long is asked whether it is there; 0 never asks. */
  readonly idlePollSeconds: number;
  readonly pauses: Pauses;
  /** 1000; less in tests. */
  readonly secondMs: number;
}

export interface AgentParts {
  readonly api: AgentApi;
  readonly session: TerminalSession;
  readonly commands: Commands;
  readonly journal: Journal;
  readonly log: Log;
  readonly now: () => Date;
  /** How to find out about a sale without an answer; the product's way is FindOut. */
  readonly investigate?: (usual: Investigate, session: TerminalSession, commands: Commands) => Investigate;
}

/** One agent, one terminal: claims an operation, does it, reports it, and never does anything twice. */
export class PaymentAgent {
  private readonly book: Book;
  private readonly findOut: FindOut;
  private readonly investigate: Investigate;
  private readonly tools: Tools;
  private readonly reporter: Reporter;
  private readonly late: { readonly record: JournalRecord; readonly conclusion: Conclusion }[] = [];
  private lastContactAt = Number.NEGATIVE_INFINITY;
  /** An operation is being carried out. */
  isBusy = false;
  terminalAnswers: boolean | undefined;

  constructor(
    private readonly parts: AgentParts,
    private readonly options: AgentOptions,
  ) {
    const { api, session, commands, journal, now } = parts;
    this.book = new Book(journal, now);
    const queries = new TerminalQueries(session, commands, options.secondMs);
    this.tools = { api, session, commands, queries, book: this.book, options };
    this.findOut = new FindOut(session, queries, options, (ticket) => this.book.knows(ticket));
    const usual: Investigate = (sale, stop) => this.findOut.run(sale, stop);
    this.investigate = parts.investigate?.(usual, session, commands) ?? usual;
    this.reporter = new Reporter(api, this.book, parts.log, options.pauses);
    session.onStray((reply) => this.hear(reply));
  }

  get queueLength(): number {
    return this.book.unreported().length;
  }

  get terminalId(): string | undefined {
    return this.parts.session.terminalId;
  }

  /**
   * Runs until told to stop; an operation in progress is finished first, unless `abandon` is given as well: then the
   * journal remembers it.
   */
  async run(stop: AbortSignal, abandon: AbortSignal): Promise<void> {
    try {
      await this.finishEarlierWork(stop, abandon);
      const backoff = new Backoff(this.options.pauses);
      while (!stop.aborted) {
        await this.reportLate(abandon);
        await this.lookAtTerminal();
        const operation = await this.claim(stop, backoff);
        if (operation) await this.carryOut(operation, abandon);
      }
    } finally {
      await this.parts.session.disconnect();
    }
  }

  private async finishEarlierWork(stop: AbortSignal, abandon: AbortSignal): Promise<void> {
    const { session } = this.parts;
    const earlier = this.book.unreported();
    session.saleAnswerOwed = earlier.some(({ state }) => state !== 'answered');
    for (const record of earlier) {
      if (stop.aborted) return;
      this.parts.log.info('operation.found_in_journal', { operation: record.id, state: record.state });
      if (record.conclusion) await this.reporter.deliver(record, abandon);
      else await this.settle(record, abandon);
    }
  }

  private async claim(stop: AbortSignal, backoff: Backoff): Promise<Operation | null> {
    try {
      const operation = await this.parts.api.claim(this.options.claimWaitSeconds, stop);
      backoff.succeeded();
      return operation;
    } catch (error) {
      if (stop.aborted) return null;
      const wait = backoff.failed(error);
      this.parts.log.warn('api.claim_failed', { why: String(error), next_try_ms: Math.round(wait) });
      await pause(wait, stop);
      return null;
    }
  }

  private async carryOut(operation: Operation, abandon: AbortSignal): Promise<void> {
    const { log } = this.parts;
    const known = this.book.find(operation.id);
    const sentBefore = operation.recover || known !== undefined;
    log.info('operation.claimed', { operation: operation.id, kind: operation.kind, perhaps_sent: sentBefore });
    this.isBusy = true;
    try {
      if (known?.conclusion && known.conclusion.outcome !== 'unknown') {
        const record = this.book.note(operation, 'answered', known.conclusion);
        await this.reporter.deliver(record, abandon);
      } else if (operation.kind !== 'sale') {
        const conclusion = await new PerformOther(this.tools).run(operation, sentBefore, abandon);
        await this.finish(operation, conclusion, abandon);
      } else if (sentBefore) {
        await this.settle(operation, abandon);
      } else {
        const conclusion = await new PerformSale(this.tools, this.investigate).run(operation, abandon);
        await this.finish(operation, conclusion, abandon);
      }
    } finally {
      this.isBusy = false;
      this.lastContactAt = performance.now();
    }
  }

  /** Finds out about an operation that may have reached the terminal in another life of this agent. */
  private async settle(operation: Parameters<Book['note']>[0], abandon: AbortSignal): Promise<void> {
    const { api, session } = this.parts;
    const { queries } = this.tools;
    const { kind, ticketNumber, amount } = operation;
    if (kind !== 'sale' || ticketNumber === null || amount === null) {
      const why = `a ${kind} may have been carried out; the terminal has no query for it`;
      await this.finish(operation, conclude('unknown', 'none', why), abandon);
      return;
    }
    session.saleAnswerOwed = true;
    // Nobody here saw when it was sent: it may be running since this moment.
    session.lastSaleSignAt = performance.now();
    queries.cancelWanted = false;
    const cancel = () => {
      queries.cancelWanted = true;
    };
    const every = this.options.keepAliveSeconds * this.options.secondMs;
    const alive = new KeepAlive(api, operation, cancel, every);
    try {
      const conclusion = await this.investigate({ ticketNumber, amount }, abandon);
      await this.finish(operation, conclusion, abandon);
    } finally {
      alive.stop();
    }
  }

  private async finish(
    operation: Parameters<Book['note']>[0],
    conclusion: Conclusion | undefined,
    abandon: AbortSignal,
  ): Promise<void> {
    if (!conclusion) return;
    if (conclusion.source === 'answer') this.book.noteHeard(operation.id);
    this.remember(operation, conclusion);
    const record = this.book.note(operation, 'answered', conclusion);
    await this.reporter.deliver(record, abandon);
  }

  /** An approved sale must show in Details until the batch is closed; see FindOut. */
  private remember({ kind, ticketNumber }: Parameters<Book['note']>[0], { outcome }: Conclusion): void {
    if (kind === 'sale' && outcome === 'approved' && ticketNumber !== null) this.findOut.landmark = ticketNumber;
    else if (kind !== 'sale' && outcome !== 'failed') this.findOut.landmark = undefined;
  }

  private hear({ functionCode, body }: Reply): void {
    if (functionCode !== FUNCTION.sale || this.findOut.hear(body)) return;
    for (const record of this.book.uncertain()) {
      const { ticketNumber, amount } = record;
      if (ticketNumber === null || amount === null) continue;
      const { tipInAmount } = this.options;
      const context = { mayBeStale: true, tipInAmount, knows: (ticket: string) => this.book.knows(ticket) };
      const conclusion = judgeAnswer({ ticketNumber, amount }, body, context);
      if (typeof conclusion !== 'string') this.late.push({ record, conclusion });
    }
  }

  /** The terminal answered a sale after the agent had given up on it. */
  private async reportLate(abandon: AbortSignal): Promise<void> {
    for (let found = this.late.shift(); found; found = this.late.shift()) {
      this.parts.log.info('operation.late_answer', { operation: found.record.id, outcome: found.conclusion.outcome });
      this.book.noteHeard(found.record.id);
      const record = this.book.note(found.record, 'answered', found.conclusion);
      await this.reporter.deliver(record, abandon);
    }
  }

  private async lookAtTerminal(): Promise<void> {
    const { idlePollSeconds, secondMs } = this.options;
    const due = performance.now() - this.lastContactAt >= idlePollSeconds * secondMs;
    if (idlePollSeconds === 0 || !due) return;
    const before = this.terminalAnswers;
    this.terminalAnswers = await this.tools.queries.makeReady();
    this.lastContactAt = performance.now();
    if (before !== this.terminalAnswers) this.parts.log.info('terminal.state', { ready: this.terminalAnswers });
  }
}
