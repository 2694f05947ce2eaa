import { FUNCTION, secondsAllowed, type Commands } from '../getnet/commands';
import type { JsonObject } from '../getnet/envelope';
import { saleFields } from '../getnet/normalise';
import type { TerminalSession } from '../terminal/session';

const FRESH_SECONDS = 10;

/** Questions that move no money and may be asked any number of times. */
export class TerminalQueries {
  /** Somebody at the till wants the running sale to be given up. */
  cancelWanted = false;

  constructor(
    private readonly session: TerminalSession,
    private readonly commands: Commands,
    /** Documented seconds to milliseconds; shorter in tests. */
    readonly secondMs: number,
  ) {}

  /** True when the terminal answers, is connected to its network and is doing nothing else. */
  async isReady(): Promise<boolean> {
    const body = await this.ask(this.commands.poll());
    if (!body) return false;
    const code = saleFields(body).response_code;
    return (code === null || code === 0) && body.Connected !== false;
  }

  /** Ready, and nothing stale on the line: what is heard next is about what is said next. */
  async makeReady(): Promise<boolean> {
    if (this.session.isClean) return this.isReady();
    try {
      return await this.session.resynchronise(() => this.isReady());
    } catch {
      return false;
    }
  }

  /** As `makeReady`, without a question to a terminal that answered a moment ago. */
  makeReadyForSale(): Promise<boolean> {
    const { session } = this;
    if (session.isClean && performance.now() - session.lastReplyAt < FRESH_SECONDS * this.secondMs) {
      return Promise.resolve(true);
    }
    return this.makeReady();
  }

  lastVoucher(): Promise<JsonObject | undefined> {
    return this.ask(this.commands.report(FUNCTION.lastVoucher, false));
  }

  details(): Promise<JsonObject | undefined> {
    return this.ask(this.commands.report(FUNCTION.details, false));
  }

  /** Ends whatever sale may still be waiting for a card. It never charges. */
  async cancel(): Promise<void> {
    this.cancelWanted = false;
    await this.ask(this.commands.cancelSale());
  }

  private async ask(command: JsonObject): Promise<JsonObject | undefined> {
    const answerMs = secondsAllowed(Number(command.Command)) * this.secondMs;
    const result = await this.session.execute(command, { answerMs });
    return result.kind === 'answer' ? result.body : undefined;
  }
}
