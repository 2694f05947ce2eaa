import type { Fault } from './faults';
import type { Json } from './wire';

/** How long each step takes, in milliseconds. */
export interface Timing {
  readonly card: number;
  readonly confirm: number;
  readonly pin: number;
  readonly host: number;
  /** How long the terminal waits for a PIN before it gives up by itself. */
  readonly pinLimit: number;
}

export const INSTANT: Timing = { card: 0, confirm: 0, pin: 0, host: 0, pinLimit: 180_000 };
export const LIFELIKE: Timing = { card: 3_000, confirm: 800, pin: 3_500, host: 2_500, pinLimit: 180_000 };

export interface SaleRunEvents {
  /** Shown on the terminal, and sent to the till if it asked for messages. */
  readonly message: (code: number, text: string) => void;
  readonly approve: () => void;
  readonly decline: (code: number) => void;
}

type Phase = 'card' | 'confirm' | 'pin' | 'host';
const SHOWN: Readonly<Record<Phase, readonly [number, string]>> = {
  card: [78, 'Lectura de tarjetas'],
  confirm: [79, 'Confirmacion de Importe'],
  pin: [81, 'Entrada de PIN'],
  host: [82, 'Enviando transaccion a Getnet'],
};
const ORDER: readonly Phase[] = ['card', 'confirm', 'pin', 'host'];

/** One sale on the terminal's screen, from the card to the bank's answer. */
export class SaleRun {
  phase: Phase = 'card';
  private timer: NodeJS.Timeout | undefined;
  private over = false;

  constructor(
    readonly command: Json,
    readonly fault: Fault | undefined,
    private readonly timing: Timing,
    private readonly events: SaleRunEvents,
  ) {}

  start(): void {
    this.enter('card');
  }

  /** The guest types the PIN that the terminal waits for. */
  enterPin(): void {
    if (this.phase === 'pin' && !this.over) this.enter('host');
  }

  /** @returns false when the transaction is with the bank already */
  cancel(): boolean {
    if (this.over || this.phase === 'host') return false;
    this.end(() => this.events.decline(7));
    return true;
  }

  /** Power off: nothing more happens. */
  stop(): void {
    this.end(() => undefined);
  }

  private enter(phase: Phase): void {
    clearTimeout(this.timer);
    this.phase = phase;
    this.events.message(...SHOWN[phase]);
    if (phase === 'pin' && this.fault?.kind === 'pin_wait') {
      this.timer = setTimeout(() => this.end(() => this.events.decline(22)), this.timing.pinLimit);
      return;
    }
    const ms = phase === 'host' && this.fault?.kind === 'slow' ? this.fault.ms : this.timing[phase];
    this.timer = setTimeout(() => this.leave(phase), ms);
  }

  private leave(phase: Phase): void {
    if (this.over) return;
    if (phase === 'card' && this.fault?.kind === 'user_cancel') return this.end(() => this.events.decline(7));
    const next = ORDER[ORDER.indexOf(phase) + 1];
    if (next) this.enter(next);
    else this.end(() => this.outcome());
  }

  private outcome(): void {
    const { fault } = this;
    if (fault?.kind === 'decline') this.events.decline(fault.code);
    else if (fault?.kind === 'out_of_paper') this.events.decline(24);
    else if (fault?.kind === 'stale_answer') this.events.decline(1);
    else this.events.approve();
  }

  private end(last: () => void): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.timer);
    last();
  }
}
