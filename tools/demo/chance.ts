/** Repeatable chance (mulberry32): the same demo night on every machine. */
export class Chance {
  constructor(private state: number) {}

  /** 0 or more, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True in `share` of the cases, 0 to 1. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of them, the heavier the likelier. */
  weighted<T extends { readonly weight: number }>(things: readonly T[]): T {
    let left = this.next() * things.reduce((sum, thing) => sum + thing.weight, 0);
    for (const thing of things) {
      left -= thing.weight;
      if (left < 0) return thing;
    }
    return things.at(-1) as T;
  }

  /** Bell-shaped between 0 and 1, thickest at `peak`. */
  bell(peak: number): number {
    const spread = (this.next() + this.next() + this.next()) / 3 - 0.5;
    return Math.min(0.999, Math.max(0, peak + spread * 1.4));
  }
}
