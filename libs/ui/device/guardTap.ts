/** A sheet opens under the finger that opened it: taps this soon after are not meant, ms. */
export const HOLD_AFTER_OPEN_MS = 300;
/** Two taps closer than this are one shaky tap, ms. */
export const DOUBLE_TAP_MS = 350;

/** Decides whether a tap is meant. One guard per action or sheet. */
export class TapGuard {
  private openedAt: number;
  private lastTapAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly holdMs = HOLD_AFTER_OPEN_MS,
    private readonly gapMs = DOUBLE_TAP_MS,
  ) {
    this.openedAt = now();
  }

  /** Starts the hold again, when the sheet opens again. */
  open(): void {
    this.openedAt = this.now();
    this.lastTapAt = Number.NEGATIVE_INFINITY;
  }

  /** True once the hold is over. */
  get ready(): boolean {
    return this.now() - this.openedAt >= this.holdMs;
  }

  /** True when this tap counts; a refused tap does not delay the next. */
  tap(): boolean {
    const now = this.now();
    if (!this.ready || now - this.lastTapAt < this.gapMs) return false;
    this.lastTapAt = now;
    return true;
  }
}

/** Wraps an action so that taps that were not meant do nothing. */
export function guardTap<Args extends unknown[]>(
  action: (...args: Args) => void,
  guard: TapGuard = new TapGuard(),
): (...args: Args) => void {
  return (...args) => {
    if (guard.tap()) action(...args);
  };
}
