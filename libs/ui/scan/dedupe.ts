/** A code that stays in front of the scanner is one scan: it counts again after it was out of sight this long, ms. */
export const OUT_OF_SIGHT_MS = 2_500;

/** Tells a new scan from the same code that is still being looked at. */
export class Dedupe {
  private readonly seenAt = new Map<string, number>();

  constructor(private readonly gapMs: number = OUT_OF_SIGHT_MS) {}

  /** Notes a sighting. @returns true when it is a new scan */
  see(code: string, nowMs: number): boolean {
    for (const [other, at] of this.seenAt) if (nowMs - at >= this.gapMs) this.seenAt.delete(other);
    const isNew = !this.seenAt.has(code);
    this.seenAt.set(code, nowMs);
    return isNew;
  }

  /** Lets a code count again at once, because nothing came of its scan. */
  forget(code: string): void {
    this.seenAt.delete(code);
  }
}
