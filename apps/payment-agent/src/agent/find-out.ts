import { pause } from '../api/retry';
import { FUNCTION, secondsAllowed } from '../getnet/commands';
import { conclude, type Conclusion, type SoughtSale } from '../getnet/conclusion';
import { judgeAnswer } from '../getnet/judge-answer';
import { judgeRecords } from '../getnet/judge-records';
import type { TerminalSession } from '../terminal/session';
import type { TerminalQueries } from './terminal-queries';

export interface FindOutOptions {
  /** How long to go on asking before a person must look. */
  readonly recoverySeconds: number;
  /** Between two rounds of questions. */
  readonly roundSeconds: number;
  readonly tipInAmount: boolean;
}

/**
 * Finds out what became of a sale whose answer did not come: Poll, LastVoucher, Details, Poll, until something certain
 * follows. It never sends the sale. A late answer for this ticket ends the asking at once.
 */
export class FindOut {
  private late: { readonly ticket: SoughtSale; conclusion?: Conclusion; readonly wake: AbortController } | undefined;
  /** An approved sale that is known to be in the terminal's open batch. */
  landmark: string | undefined;

  constructor(
    private readonly session: TerminalSession,
    private readonly queries: TerminalQueries,
    private readonly options: FindOutOptions,
    private readonly knows: (ticket: string) => boolean,
  ) {}

  /** @param stop gives up early with `undefined`, leaving the journal as it is */
  async run(sale: SoughtSale, stop: AbortSignal): Promise<Conclusion | undefined> {
    const wake = new AbortController();
    const late: FindOut['late'] = { ticket: sale, wake };
    this.late = late;
    const onStop = () => wake.abort();
    stop.addEventListener('abort', onStop, { once: true });
    try {
      const end = performance.now() + this.ms(this.options.recoverySeconds);
      do {
        const found = (await this.round(sale)) ?? late.conclusion;
        if (found) return found;
        if (stop.aborted) return undefined;
        await pause(this.ms(this.options.roundSeconds), wake.signal);
      } while (performance.now() < end);
      return late.conclusion ?? conclude('unknown', 'none', 'the terminal gave no certain answer in time');
    } finally {
      stop.removeEventListener('abort', onStop);
      this.late = undefined;
    }
  }

  /** A reply to a sale that no command waits for. @returns true when it was the one looked for */
  hear(body: Readonly<Record<string, unknown>>): boolean {
    const { late } = this;
    if (!late) return false;
    const verdict = judgeAnswer(late.ticket, body, {
      mayBeStale: true,
      tipInAmount: this.options.tipInAmount,
      knows: this.knows,
    });
    if (verdict === 'not_ours' || verdict === 'unclear') return false;
    late.conclusion = verdict;
    late.wake.abort();
    return true;
  }

  private async round(sale: SoughtSale): Promise<Conclusion | undefined> {
    const isQuiet = () => performance.now() - this.session.lastSaleSignAt >= this.ms(secondsAllowed(FUNCTION.sale));
    const quiet = isQuiet();
    // Nothing may wait for a card, and nothing stale may be on the line, before absence is taken for a no.
    if (quiet || this.queries.cancelWanted) await this.queries.cancel();
    const ready = quiet ? await this.queries.makeReady() : await this.queries.isReady();
    if (!ready) return undefined;
    const lastVoucher = await this.queries.lastVoucher();
    const details = await this.queries.details();
    const idle = await this.queries.isReady();
    if (this.late?.conclusion) return this.late.conclusion;
    return judgeRecords(sale, {
      lastVoucher,
      details,
      idle: idle && this.session.isClean,
      quiet: quiet && isQuiet(),
      landmark: this.landmark,
      tipInAmount: this.options.tipInAmount,
      knows: this.knows,
    });
  }

  private ms(seconds: number): number {
    return seconds * this.queries.secondMs;
  }
}
