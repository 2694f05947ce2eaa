export interface WedgeOptions {
  /**
   * Longest pause between two keys of one scan, ms. Wide on purpose: a scanner on Bluetooth and a busy tablet are slow, and
   * nothing is redeemed by a scan. It only forgets keys that somebody touched before.
   */
  readonly maxGapMs: number;
  /** Shorter bursts are not a code. */
  readonly minLength: number;
}

export const WEDGE_DEFAULTS: WedgeOptions = { maxGapMs: 400, minLength: 6 };

/** Puts the keys of a keyboard-wedge scanner, ended by Enter, together; stray keys are forgotten. */
export class WedgeBuffer {
  private code = '';
  private lastAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: WedgeOptions = WEDGE_DEFAULTS) {}

  /** True from the second key of a burst on: those keys belong to the scanner and not to the page. */
  get inBurst(): boolean {
    return this.code.length > 1;
  }

  /** Takes one key (`KeyboardEvent.key`) at `atMs` and returns the code that it completed, else null. */
  press(key: string, atMs: number): string | null {
    const fast = atMs - this.lastAt <= this.options.maxGapMs;
    if (key === 'Enter') {
      const code = fast && this.code.length >= this.options.minLength ? this.code : null;
      this.clear();
      return code;
    }
    if (key.length !== 1) return null;
    this.code = fast ? this.code + key : key;
    this.lastAt = atMs;
    return null;
  }

  clear(): void {
    this.code = '';
    this.lastAt = Number.NEGATIVE_INFINITY;
  }
}
