const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const BLANKS = new Set([0x20, 0x09, 0x0d, 0x0a]);

/** The terminal's own software reads with a buffer of this size; nothing longer can be a message. */
const LONGEST_MESSAGE = 1024 * 1024;

/**
 * Cuts the terminal's byte stream into JSON objects. There is no framing: one read may hold half an object, or two
 * objects glued together, and braces inside strings do not count. Works on bytes, so that a letter of two bytes may be
 * cut in the middle.
 */
export class MessageSplitter {
  private pending: number[] = [];
  private depth = 0;
  private inString = false;
  private escaped = false;

  /** Bytes outside of any object, line ends and blanks aside: noise on the line. */
  noise = 0;

  /** @returns the objects that these bytes completed, as text, in their order */
  push(chunk: Uint8Array): string[] {
    const complete: string[] = [];
    for (const byte of chunk) {
      if (this.depth === 0) this.begin(byte);
      else if (this.take(byte)) complete.push(this.finish());
      else if (this.pending.length >= LONGEST_MESSAGE) this.reset();
    }
    return complete;
  }

  /** True while an object has begun and not ended. */
  get isHalfway(): boolean {
    return this.depth > 0;
  }

  /** Forgets the beginning of an object whose end will not come. */
  reset(): void {
    this.noise += this.pending.length;
    this.pending = [];
    this.depth = 0;
    this.inString = false;
    this.escaped = false;
  }

  private begin(byte: number): void {
    if (byte === OPEN) {
      this.pending = [byte];
      this.depth = 1;
    } else if (!BLANKS.has(byte)) {
      this.noise += 1;
    }
  }

  private take(byte: number): boolean {
    this.pending.push(byte);
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) this.inString = false;
      return false;
    }
    if (byte === QUOTE) this.inString = true;
    else if (byte === OPEN) this.depth += 1;
    else if (byte === CLOSE) this.depth -= 1;
    return this.depth === 0;
  }

  private finish(): string {
    const text = Buffer.from(this.pending).toString('utf8');
    this.pending = [];
    return text;
  }
}
