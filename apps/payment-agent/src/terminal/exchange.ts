import type { JsonObject } from '../getnet/envelope';

export interface ExchangeOptions {
  readonly answerMs: number;
  /** The bytes are out. What it throws ends the agent: a step that is not in the journal must not be followed by others. */
  readonly onWritten?: () => void;
  readonly onProgress?: (code: number, text: string) => void;
  /**
   * Asked about every reply with this command's number. `leave`: it belongs to something else. `unclear`: it may, so
   * waiting on is pointless and nothing follows from it.
   */
  readonly claims?: (body: JsonObject, sign: string) => 'take' | 'leave' | 'unclear';
}

/** How a command ended. After all but `answer` and a clean `refused`, the terminal may be carrying it out. */
export type ExchangeResult =
  | { readonly kind: 'answer'; readonly body: JsonObject }
  /** `certain`: the refusal was the first word to a command on a clean line, so it is about this command. */
  | { readonly kind: 'refused'; readonly certain: boolean }
  /** Not one byte was written. */
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'no_ack' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'lost'; readonly why: string };

interface Limits {
  readonly ackMs: number;
  readonly damagedGraceMs: number;
}

/** One command, from its first byte to its end. */
export class Exchange {
  readonly result: Promise<ExchangeResult>;
  readonly acknowledged: Promise<void>;
  private over = false;
  private finish: (result: ExchangeResult) => void = () => undefined;
  private confirm: () => void = () => undefined;
  private isAcknowledged = false;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    readonly functionCode: number,
    private readonly options: ExchangeOptions,
    private readonly wasClean: boolean,
    private readonly limits: Limits,
  ) {
    this.result = new Promise((resolve) => (this.finish = resolve));
    this.acknowledged = new Promise((resolve) => (this.confirm = resolve));
  }

  /** The clocks run from the last byte written. */
  written(): void {
    this.options.onWritten?.();
    if (this.over) return;
    this.after(this.limits.ackMs, () => {
      if (!this.isAcknowledged) this.end({ kind: 'no_ack' });
    });
    this.after(this.options.answerMs, () => this.end({ kind: 'timeout' }));
  }

  isOver(): boolean {
    return this.over;
  }

  ack(received: boolean): void {
    if (received) this.acknowledge();
    else if (!this.isAcknowledged) this.end({ kind: 'refused', certain: this.wasClean });
  }

  /** Whatever is said about the command says that it arrived, even if the acknowledgement was lost. */
  progress(code: number, text: string): void {
    this.acknowledge();
    this.options.onProgress?.(code, text);
  }

  damaged(): void {
    this.acknowledge();
    this.after(this.limits.damagedGraceMs, () => this.end({ kind: 'damaged' }));
  }

  /** @returns false when the reply is not this command's */
  reply({ functionCode, body, sign }: { functionCode: number; body: JsonObject; sign: string }): boolean {
    if (this.over || functionCode !== this.functionCode) return false;
    const claim = this.options.claims?.(body, sign) ?? 'take';
    if (claim === 'leave') return false;
    this.end(claim === 'take' ? { kind: 'answer', body } : { kind: 'unclear' });
    return true;
  }

  end(result: ExchangeResult): void {
    if (this.over) return;
    this.over = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.confirm();
    this.finish(result);
  }

  private acknowledge(): void {
    this.isAcknowledged = true;
    this.confirm();
  }

  private after(ms: number, act: () => void): void {
    if (!this.over) this.timers.push(setTimeout(act, ms));
  }
}
