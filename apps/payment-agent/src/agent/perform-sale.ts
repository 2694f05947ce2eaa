import { ApiError, type AgentApi, type Operation } from '../api/agent-api';
import { Backoff, pause, type Pauses } from '../api/retry';
import { FUNCTION, secondsAllowed, type Commands } from '../getnet/commands';
import { conclude, type Conclusion, type SoughtSale } from '../getnet/conclusion';
import type { JsonObject } from '../getnet/envelope';
import { judgeAnswer } from '../getnet/judge-answer';
import type { Book } from './book';
import type { TerminalSession } from '../terminal/session';
import type { ExchangeResult } from '../terminal/exchange';
import { KeepAlive } from './keep-alive';
import type { TerminalQueries } from './terminal-queries';

/** Finds out about a sale that may have been charged; `undefined` when told to stop before that. */
export type Investigate = (sale: SoughtSale, stop: AbortSignal) => Promise<Conclusion | undefined>;

export interface PerformOptions {
  readonly saleType: number;
  readonly tipInAmount: boolean;
  readonly keepAliveSeconds: number;
  /** After a claim the API waits this long for `sent`. */
  readonly leaseSeconds: number;
  readonly pauses: Pauses;
}

export interface Tools {
  readonly api: AgentApi;
  readonly session: TerminalSession;
  readonly queries: TerminalQueries;
  readonly commands: Commands;
  readonly book: Book;
  readonly options: PerformOptions;
}

/** Carries a new sale to the terminal, once. */
export class PerformSale {
  constructor(
    private readonly tools: Tools,
    private readonly investigate: Investigate,
  ) {}

  /**
   * @returns undefined when nothing is to be reported: the API took the operation back, or the agent was told to stop
   *   and the journal remembers the rest
   */
  async run(operation: Operation, stop: AbortSignal): Promise<Conclusion | undefined> {
    const { queries, book } = this.tools;
    const { amount, ticketNumber } = operation;
    if (amount === null || amount <= 0 || ticketNumber === null || ticketNumber === '') {
      return conclude('not_charged', 'none', 'never sent: the operation has no amount or no ticket number');
    }
    if (operation.cancelRequested) return conclude('not_charged', 'none', 'never sent: cancelled before');
    if (!(await queries.makeReadyForSale()))
      return conclude('not_charged', 'none', 'never sent: the terminal is not ready');
    this.tools.session.saleAnswerOwed = book.mayOweAnAnswer(operation.id);
    const permission = await allowed(this.tools, operation, stop);
    if (permission !== 'go') return permission === 'dropped' ? undefined : permission;
    book.note(operation, 'about_to_send');
    return this.send(operation, { amount, ticketNumber }, stop);
  }

  private async send(operation: Operation, sale: SoughtSale, stop: AbortSignal): Promise<Conclusion | undefined> {
    const { api, session, commands, queries, book, options } = this.tools;
    queries.cancelWanted = false;
    const cancel = () => {
      queries.cancelWanted = true;
      void session.cancelRunningSale(commands.cancelSale());
    };
    const alive = new KeepAlive(api, operation, cancel, options.keepAliveSeconds * queries.secondMs);
    try {
      session.lastSaleSignAt = performance.now();
      const command = commands.sale({
        ...sale,
        printOnPos: operation.printOnPos,
        saleType: options.saleType,
        employeeNumber: operation.employeeNumber,
      });
      const result = await session.execute(command, {
        answerMs: secondsAllowed(FUNCTION.sale) * queries.secondMs,
        onWritten: () => book.note(operation, 'sent'),
        onProgress: (code, text) => alive.tell({ code, text }),
        claims: (body, sign) => this.claim(sale, body, sign),
      });
      const certain = this.fromResult(sale, result);
      if (certain) return certain;
      session.saleAnswerOwed = true;
      return await this.investigate(sale, stop);
    } finally {
      alive.stop();
    }
  }

  private claim(sale: SoughtSale, body: JsonObject, sign: string): 'take' | 'leave' | 'unclear' {
    const verdict = judgeAnswer(sale, body, this.context(sign));
    if (verdict === 'not_ours') return 'leave';
    return verdict === 'unclear' ? 'unclear' : 'take';
  }

  /** @returns undefined when the terminal may have charged, or may still do so */
  private fromResult(sale: SoughtSale, result: ExchangeResult): Conclusion | undefined {
    if (result.kind === 'unreachable') {
      return conclude('not_charged', 'none', `never sent: ${result.why}`);
    }
    if (result.kind === 'refused' && result.certain) {
      return conclude('not_charged', 'answer', 'the terminal refused the command');
    }
    if (result.kind !== 'answer') return undefined;
    const verdict = judgeAnswer(sale, result.body, { ...this.context(''), mayBeStale: false });
    return typeof verdict === 'string' ? undefined : verdict;
  }

  private context(sign: string) {
    const { session, options, book } = this.tools;
    return {
      mayBeStale: session.saleAnswerOwed || session.hasSeen(sign),
      tipInAmount: options.tipInAmount,
      knows: (ticket: string) => book.knows(ticket),
    };
  }
}

/** Asks the API for permission until it gives one, refuses, or the lease is over. */
export async function allowed(
  { api, options, queries }: Tools,
  { id, fence }: Operation,
  stop: AbortSignal,
): Promise<'go' | 'dropped' | Conclusion> {
  const backoff = new Backoff(options.pauses);
  const end = performance.now() + options.leaseSeconds * queries.secondMs;
  while (!stop.aborted) {
    try {
      await api.sent(id, fence);
      return 'go';
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'refused') return 'dropped';
      const wait = backoff.failed(error);
      if (performance.now() + wait >= end) break;
      await pause(wait, stop);
    }
  }
  return conclude('not_charged', 'none', 'never sent: the API did not confirm in time');
}
