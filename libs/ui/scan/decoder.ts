interface Answer {
  readonly text: string | null;
  /** Why the picture could not be looked at. */
  readonly failure?: string;
}

/** Failures in a row after which nothing more is expected of it: its wasm did not arrive, or may not run here. */
const GIVE_UP_AFTER = 3;

/** Reads QR codes in a worker, so that the screen stays quick. */
export class Decoder {
  private readonly worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' });
  private waiting: ((text: string | null) => void) | null = null;
  private failures = 0;

  constructor() {
    this.worker.addEventListener('message', (event: MessageEvent<Answer>) => {
      this.failures = event.data.failure === undefined ? 0 : this.failures + 1;
      this.settle(event.data.text);
    });
    this.worker.addEventListener('error', () => {
      this.failures = GIVE_UP_AFTER;
      this.settle(null);
    });
  }

  /** Whether it cannot read at all, rather than that no code is in sight. */
  get isBroken(): boolean {
    return this.failures >= GIVE_UP_AFTER;
  }

  /** The text in a square picture, or null. One picture at a time; its pixels are handed over. */
  read(picture: ImageData): Promise<string | null> {
    if (this.waiting) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.waiting = resolve;
      const pixels = picture.data.buffer;
      this.worker.postMessage({ pixels, side: picture.width }, [pixels]);
    });
  }

  close(): void {
    this.worker.terminate();
    this.settle(null);
  }

  private settle(text: string | null): void {
    const resolve = this.waiting;
    this.waiting = null;
    resolve?.(text);
  }
}
