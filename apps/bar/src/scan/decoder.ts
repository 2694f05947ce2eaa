/** Reads QR codes in a worker, so that the screen stays quick. */
export class Decoder {
  private readonly worker = new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module' });
  private waiting: ((text: string | null) => void) | null = null;

  constructor() {
    this.worker.addEventListener('message', (event: MessageEvent<{ text: string | null }>) => {
      this.settle(event.data.text);
    });
    this.worker.addEventListener('error', () => this.settle(null));
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
